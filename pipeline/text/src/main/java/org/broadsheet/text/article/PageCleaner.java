package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.page.Page;

/**
 * Makes clean articles of a page: {@code 11月 6日，在界都} and {@code 乡精品草莓} become {@code 11月6日，在界都乡精品草莓},
 * headlines find their bodies, what is printed twice by error goes.
 *
 * <p>Takes any text whatever, in time linear in its length. Immutable, thread-safe.
 */
public final class PageCleaner {
    private final Printing printing;
    private final LineJoiner joiner;
    private final UnitSorter sorter;
    private final SectionMerger merger;
    private final ArticleAssembler assembler;
    private final RepeatRemover remover;

    public PageCleaner() {
        printing = Printing.read();
        joiner = new LineJoiner(printing);
        sorter = new UnitSorter(printing);
        merger = new SectionMerger(new Subjects(Words.read("everyday-pairs.tsv")));
        assembler = new ArticleAssembler(printing.jumps());
        remover = new RepeatRemover(new Telling(Words.read("telling.tsv")));
    }

    /** The articles of a page, lines joined and repeats removed. */
    public CleanPage clean(Page page) {
        List<Unit> units = sorter.sort(joiner.join(LineReader.read(page.text())));
        DraftReader.Cut cut = merger.merge(DraftReader.read(units, printing));
        if (cut.drafts().isEmpty()) {
            cut = new DraftReader.Cut(List.of(new Draft()), List.of(units, List.of()));
        }
        HeadingAssigner.assign(cut);
        List<Article> articles = new ArrayList<>();
        for (Draft draft : cut.drafts()) {
            articles.add(assembler.assemble(articles.size(), draft));
        }
        return remover.remove(articles);
    }
}
