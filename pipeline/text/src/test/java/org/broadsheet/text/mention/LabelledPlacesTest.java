package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.PlaceFinder;
import org.broadsheet.text.score.GoldFolder;
import org.broadsheet.text.score.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Region and place of the labelled mentions, given their quotes: whether a number counts anything is not asked. */
class LabelledPlacesTest {
    private static final Path GOLD = Path.of(System.getProperty("broadsheet.root"), "config", "samples", "gold");
    private static QuotedPlaces quoted;

    /** How many labels there are, how many have the right region, how many a place, and how many the right one. */
    private static final class Count {
        private int labels;
        private int inOrder;
        private int regions;
        private int placed;
        private int places;
        private final List<String> missed = new ArrayList<>();

        /**
         * Adds the labels of one quote. As many answers as labels are compared in order; else, where one number is two mentions
         * or is told again, any answer may be the one meant.
         */
        private void add(String text, List<Label> equal, List<Where> answers) {
            boolean ordered = equal.size() == answers.size();
            inOrder += ordered ? equal.size() : 0;
            for (int i = 0; i < equal.size(); i++) {
                add(text, equal.get(i), ordered ? List.of(answers.get(i)) : answers);
            }
        }

        private void add(String text, Label label, List<Where> answers) {
            boolean region = answers.stream().anyMatch(where -> label.regions().contains(where.region()));
            boolean place = answers.stream()
                    .anyMatch(where -> label.regions().contains(where.region())
                            && where.place().equals(label.place()));
            labels++;
            regions += region ? 1 : 0;
            placed += label.place().isEmpty() ? 0 : 1;
            places += !label.place().isEmpty() && place ? 1 : 0;
            if (!region || !place) {
                missed.add(text + " " + label.quote() + " " + label.regions() + label.place() + ": " + answers);
            }
        }

        @Override
        public String toString() {
            return "regions " + regions + " of " + labels + ", places " + places + " of " + placed + ", in order "
                    + inOrder + "\n" + String.join("\n", missed);
        }
    }

    @BeforeAll
    static void load() {
        quoted = new QuotedPlaces(new PlaceFinder(Gazetteer.load()));
    }

    /** The one that is missed: 十家醋企 of 清徐县, by the dateline, in a sentence that begins with a body of the province. */
    @Test
    void placesTheLabelsOfThePages() throws IOException {
        Count count = count(GOLD);
        System.out.println("pages: " + count);
        assertThat(List.of(count.labels, count.regions, count.placed, count.places))
                .as(count.toString())
                .containsExactly(64, 63, 18, 18);
        assertThat(count.inOrder).isEqualTo(56);
    }

    @Test
    void placesTheLabelsOfTheItems() throws IOException {
        Count count = count(GOLD.resolve("items"));
        System.out.println("items: " + count);
        assertThat(List.of(count.labels, count.regions, count.placed, count.places))
                .as(count.toString())
                .containsExactly(517, 517, 187, 187);
        assertThat(count.inOrder).isEqualTo(481);
    }

    private static Count count(Path folder) throws IOException {
        Count count = new Count();
        for (GoldFolder.Text text : GoldFolder.read(folder)) {
            String content = Files.readString(text.file(), StandardCharsets.UTF_8);
            Page page = Pages.page(text.source(), text.published(), text.home(), content);
            Set<String> quotes =
                    text.labels().stream().map(Label::quote).collect(Collectors.toCollection(TreeSet::new));
            List<QuotedPlaces.Found> found = quoted.of(page, quotes);
            for (String quote : quotes) {
                count.add(
                        text.name(),
                        text.labels().stream()
                                .filter(label -> label.quote().equals(quote))
                                .toList(),
                        found.stream()
                                .filter(one -> one.quote().equals(quote))
                                .flatMap(one -> one.places().stream())
                                .toList());
            }
        }
        return count;
    }
}
