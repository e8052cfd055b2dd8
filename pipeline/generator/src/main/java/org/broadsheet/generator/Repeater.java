package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.generator.Story.Paragraph;

/** Prints stretches of a story more than once, as recognisers do; only the first copy says anything. */
final class Repeater {
    private final Wear wear;

    Repeater(Wear wear) {
        this.wear = wear;
    }

    /** The first statement's clause with its figure three times in a row: {@code …选派12名党员驻点帮扶，选派…，选派…，}. */
    Story clause(Story story) {
        Paragraph first = story.paragraphs().get(0);
        List<Passage> passages = new ArrayList<>(first.passages());
        int at = statement(passages);
        Passage passage = passages.get(at);
        int from = passage.said().get(0).where().written().length()
                + passage.text().indexOf(passage.said().get(0).where().written());
        int to = passage.text().lastIndexOf('，') + 1;
        String loop = passage.text().substring(from, to);
        String text =
                passage.text().substring(0, to) + loop + loop + passage.text().substring(to);
        String wearable = passage.wearable().substring(0, to)
                + passage.wearable().substring(from, to).repeat(2)
                + passage.wearable().substring(to);
        passages.set(at, new Passage(text, wearable, passage.said(), passage.wording()));
        return with(story, 0, new Paragraph(first.day(), List.copyOf(passages)), 0, 2);
    }

    /** The first statement again at the end of the story, with a wrong character or without. */
    Story sentence(Story story, boolean misread) {
        Paragraph first = story.paragraphs().get(0);
        int last = story.paragraphs().size() - 1;
        Passage passage = first.passages().get(statement(first.passages()));
        List<Passage> passages = new ArrayList<>(story.paragraphs().get(last).passages());
        passages.add((misread ? wear.misread(passage) : passage).silent());
        return with(story, last, new Paragraph(story.paragraphs().get(last).day(), List.copyOf(passages)), 0, 1);
    }

    /** The last paragraph again behind itself, with a wrong character in its last sentence or without. */
    Story paragraph(Story story, boolean misread) {
        Paragraph last = story.paragraphs().get(story.paragraphs().size() - 1);
        List<Passage> copies = new ArrayList<>();
        for (int i = 0; i < last.passages().size(); i++) {
            boolean worn = misread && i == last.passages().size() - 1;
            Passage copy = last.passages().get(i);
            copies.add((worn ? wear.misread(copy) : copy).silent());
        }
        List<Paragraph> paragraphs = new ArrayList<>(story.paragraphs());
        paragraphs.add(new Paragraph(last.day(), List.copyOf(copies)));
        return new Story(story.headline(), List.copyOf(paragraphs), story.repeated() + 1, story.removed() + 1);
    }

    private static int statement(List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            if (!passages.get(i).said().isEmpty()) {
                return i;
            }
        }
        throw new IllegalStateException("every paragraph states a figure");
    }

    private static Story with(Story story, int at, Paragraph paragraph, int repeated, int removed) {
        List<Paragraph> paragraphs = new ArrayList<>(story.paragraphs());
        paragraphs.set(at, paragraph);
        return new Story(
                story.headline(), List.copyOf(paragraphs), story.repeated() + repeated, story.removed() + removed);
    }
}
