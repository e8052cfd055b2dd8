package org.broadsheet.bench.wear;

import java.util.ArrayList;
import java.util.List;

/** A page being worn: its paragraphs, and what was done to them so far. Not thread-safe. */
final class Sheet {
    final List<Passage> passages = new ArrayList<>();
    final List<Injury> injuries = new ArrayList<>();
    private final String clean;

    Sheet(List<String> paragraphs) {
        clean = String.join("\n", paragraphs);
        int start = 0;
        for (String paragraph : paragraphs) {
            passages.add(Passage.of(paragraph, start));
            start += paragraph.length() + 1;
        }
    }

    /** Notes what was done; its number. */
    int injure(Injury injury) {
        injuries.add(injury);
        return injuries.size() - 1;
    }

    /** The number the next injury will have. */
    int next() {
        return injuries.size();
    }

    WornPage print(List<Passage> lines) {
        Passage all = new Passage(clean.length() * 2);
        for (Passage line : lines) {
            all.append(line, 0, line.length());
            all.append('\n', Passage.UNTOUCHED, Passage.UNTOUCHED);
        }
        int[] origins = new int[all.length()];
        int[] causes = new int[all.length()];
        for (int i = 0; i < all.length(); i++) {
            origins[i] = all.origin(i);
            causes[i] = all.cause(i);
        }
        return new WornPage(clean, all.toString(), origins, causes, List.copyOf(injuries));
    }
}
