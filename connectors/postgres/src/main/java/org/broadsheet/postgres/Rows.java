package org.broadsheet.postgres;

import java.util.Objects;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Intake;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.jspecify.annotations.Nullable;

/**
 * From the records of the pipeline to rows: the figure of 迎泽区's test sites becomes a line for {@code region_figure}.
 *
 * <p>Thread-safe; the same record always gives the same line.
 */
public final class Rows {
    private Rows() {}

    /** A content of a page, to be added. */
    public static TableChange page(PageRow row) {
        CopyLine line = new CopyLine()
                .text(row.reference().toString())
                .text(row.id().key())
                .number(row.id().revision())
                .text(row.id().content())
                .flag(row.withdrawn())
                .text(row.source());
        if (row.withdrawn()) {
            line.nulls(1);
        } else {
            line.day(row.published());
        }
        line.number(row.home())
                .text(row.url())
                .array(row.inferred())
                .text(row.rules())
                .number(row.paragraphs())
                .number(row.kept())
                .number(row.repeated())
                .text(PageJson.repeats(row.repeats()))
                .text(PageJson.articles(row.articles()))
                .text(PageJson.sentences(row.sentences()))
                .text(PageJson.mentions(row.mentions()))
                .number(row.id().corrected())
                .text(PageJson.corrections(row.corrections()));
        return put(Tables.PAGE, row.reference().toString(), line);
    }

    /** A mention, to be put in or (where it says nothing) taken out. */
    public static TableChange mention(MentionRow row) {
        CopyLine line = new CopyLine().text(row.page().toString()).number(row.number());
        String key = line.toString();
        MentionRow.Said said = row.said();
        if (said == null) {
            return remove(Tables.MENTION, key);
        }
        line.text(said.metric())
                .text(said.value().toPlainString())
                .text(said.modifier().label())
                .number(said.region())
                .text(said.place())
                .text(said.scope().label())
                .day(said.day())
                .flag(said.dayStated())
                .text(said.fate().label())
                .text(text(said.fact()));
        return put(Tables.MENTION, key, line);
    }

    /** A fact, to be put in or (no {@code after}) taken out. */
    public static TableChange fact(FactChange change) {
        Fact after = change.after();
        if (after == null) {
            return remove(
                    Tables.FACT,
                    Objects.requireNonNull(change.before()).reference().toString());
        }
        String reference = after.reference().toString();
        CopyLine line = new CopyLine()
                .text(reference)
                .text(after.metric())
                .number(after.region())
                .text(after.place())
                .text(after.scope().label())
                .text(after.value().toPlainString())
                .text(after.modifier().label())
                .day(after.day())
                .number(after.reports())
                .number(after.mentions())
                .day(after.firstPublished())
                .day(after.lastPublished());
        return put(Tables.FACT, reference, line);
    }

    /** A figure, to be put in or (no {@code after}) taken out. */
    public static TableChange figure(FigureChange change) {
        Figure after = change.after();
        if (after == null) {
            return remove(
                    Tables.REGION_FIGURE,
                    figureKey(Objects.requireNonNull(change.before())).toString());
        }
        CopyLine line = figureKey(after)
                .text(after.value().toPlainString())
                .text(after.modifier().label())
                .text(after.basis().label())
                .number(after.parts())
                .number(after.partsOf())
                .number(after.reports());
        return put(Tables.REGION_FIGURE, figureKey(after).toString(), line);
    }

    /** The books of a partition. */
    public static TableChange intake(Intake intake) {
        CopyLine key = new CopyLine().text(intake.topic()).number(intake.partition());
        String keyText = key.toString();
        key.number(intake.first()).number(intake.next()).number(intake.read()).number(intake.rejected());
        return put(Tables.INTAKE, keyText, key);
    }

    private static CopyLine figureKey(Figure figure) {
        return new CopyLine()
                .number(figure.region())
                .text(figure.metric())
                .text(figure.scope().label())
                .day(figure.day());
    }

    private static @Nullable String text(@Nullable Reference reference) {
        return reference == null ? null : reference.toString();
    }

    private static TableChange put(Table table, String key, CopyLine line) {
        return new TableChange(table.name(), key, line.toString(), false);
    }

    private static TableChange remove(Table table, String key) {
        CopyLine others = new CopyLine().nulls(table.columns().size() - table.keyColumns());
        return new TableChange(table.name(), key, key + '\t' + others, true);
    }
}
