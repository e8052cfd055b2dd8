package org.broadsheet.job.operators;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/** Reads, cleans, deduplicates and extracts one page at a time; keeps no state. */
public final class ReadPages extends ProcessFunction<RawPage, PageElements> {
    /** Rows of the table {@code page}. */
    public static final OutputTag<PageRow> ROWS = new OutputTag<>("pages", TypeInformation.of(PageRow.class));

    /** Pages that could not be read, whole. */
    public static final OutputTag<DeadLetter> REJECTED =
            new OutputTag<>("rejected", TypeInformation.of(DeadLetter.class));

    /** One receipt for every record that came. */
    public static final OutputTag<Receipt> RECEIPTS = new OutputTag<>("receipts", TypeInformation.of(Receipt.class));

    private final TextRules rules;
    private final TextStage.Evidence evidence;
    private transient @Nullable TextStage text;

    /** An operator by these rules, that keeps as much of the text as {@code evidence} says. */
    public ReadPages(TextRules rules, TextStage.Evidence evidence) {
        this.rules = rules;
        this.evidence = evidence;
    }

    @Override
    public void open(OpenContext context) {
        text = TextStage.open(rules, evidence);
    }

    @Override
    public void processElement(RawPage page, Context context, Collector<PageElements> out) {
        Worked worked = java.util.Objects.requireNonNull(text).work(page);
        if (worked instanceof Worked.Accepted accepted) {
            out.collect(accepted.elements());
            context.output(ROWS, accepted.row());
        } else if (worked instanceof Worked.Refused refused) {
            context.output(REJECTED, refused.letter());
        }
        boolean read = worked instanceof Worked.Accepted;
        context.output(RECEIPTS, new Receipt(page.topic(), page.partition(), page.offset(), read));
    }
}
