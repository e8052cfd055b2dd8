package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.text.fact.Pages.NEW_YEAR;
import static org.broadsheet.text.fact.Wordings.wording;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one mention costs under a key that everybody quotes, counted in cells read and written and in bytes. */
class HotClaimTest {
    private static final int MENTIONS = 100_000;
    private static final int TEN_YEARS = 3650;
    private static final int PAPERS = 500;

    private final Random random = new Random(42);
    private final Counted cells = new Counted();
    private final MergeReports step = new MergeReports();

    /** Cells that count how often they are asked, and for how much. */
    private static final class Counted implements Cells<Long, byte[]> {
        private final Map<Long, byte[]> held = new HashMap<>();
        private long calls;
        private long bytes;

        @Override
        public byte @Nullable [] get(Long key) {
            calls++;
            byte[] value = held.get(key);
            bytes += value == null ? 0 : value.length;
            return value;
        }

        @Override
        public void put(Long key, byte[] value) {
            calls++;
            bytes += value.length;
            held.put(key, value);
        }

        @Override
        public void remove(Long key) {
            calls++;
            held.remove(key);
        }

        @Override
        public List<Long> keys() {
            return List.copyOf(held.keySet());
        }
    }

    /** Cells asked and bytes moved by one mention, on average over a tenth of them. */
    private record Cost(double calls, double bytes) {}

    private Cost[] costs(int count, IntFunction<Element> mentions) {
        Cost[] costs = new Cost[10];
        int tenth = count / costs.length;
        for (int t = 0; t < costs.length; t++) {
            long calls = cells.calls;
            long bytes = cells.bytes;
            for (int i = t * tenth; i < (t + 1) * tenth; i++) {
                step.apply(cells, ElementChange.in(mentions.apply(i)));
            }
            costs[t] = new Cost((cells.calls - calls) / (double) tenth, (cells.bytes - bytes) / (double) tenth);
        }
        return costs;
    }

    @Test
    void ofTenYearsInAnyOrderTheLastMentionCostsWhatTheFirstThousandsDo() {
        Cost[] costs = costs(MENTIONS, i -> mention(i, random.nextInt(TEN_YEARS), wording(i, 0, i)));
        assertThat(costs[9].calls()).isLessThan(costs[0].calls() + 8).isLessThan(70);
        assertThat(costs[9].bytes()).isLessThan(2500);
    }

    @Test
    void ofStoriesThatFivePapersPrintEachTheLastMentionCostsWhatTheFirstThousandsDo() {
        Cost[] costs = costs(MENTIONS, i -> {
            int story = random.nextInt(MENTIONS / 5);
            int day = Math.floorMod(Mixer.mix(story), TEN_YEARS) + random.nextInt(10);
            return mention(i, day, wording(story, random.nextInt(6), i));
        });
        assertThat(costs[9].calls()).isLessThan(costs[0].calls() + 40).isLessThan(110);
        assertThat(costs[9].bytes()).isLessThan(6000);
    }

    /** Ten bands of 4096 values: of what was printed in the stretches around, one mention in 400 is looked at. */
    @Test
    void ofOneMonthOnlyOneMentionInFourHundredIsLookedAt() {
        int count = MENTIONS / 5;
        Cost[] costs = costs(count, i -> mention(i, random.nextInt(31), wording(i, 0, i)));
        assertThat(costs[9].calls()).isLessThan(70 + count / 400.0);
    }

    @Test
    void aPageTakenBackFromAHotClaimCostsNoMoreThanItsCandidates() {
        costs(MENTIONS, i -> mention(i, random.nextInt(TEN_YEARS), wording(i, 0, i)));
        long calls = cells.calls;
        Reference claim = mention(0, 0, wording(0)).claim().reference();
        for (int i = 0; i < MENTIONS; i++) {
            step.apply(cells, ElementChange.out(claim, page(i), 0));
        }
        assertThat((cells.calls - calls) / (double) MENTIONS).isLessThan(100);
        assertThat(cells.held).isEmpty();
    }

    private static Reference page(int index) {
        return new Reference(Mixer.mix(index), index);
    }

    private Element mention(int index, int day, Signature words) {
        int published = NEW_YEAR + day;
        return new Element(
                page(index),
                0,
                "报/" + index,
                "报" + random.nextInt(PAPERS),
                published,
                "confirmed_cases",
                BigDecimal.valueOf(3),
                Modifier.EXACT,
                140100,
                "",
                Scope.NEW,
                published,
                false,
                words,
                Fate.COUNTED);
    }
}
