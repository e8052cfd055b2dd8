package org.broadsheet.job.operators;

import static java.util.Objects.requireNonNull;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * Reads, cleans, deduplicates and extracts one page at a time; keeps no state. Where too many are rejected it ends the job
 * for good: to start again and again would change nothing.
 */
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
    private final RejectionLimit limit;
    private final ClosedYears closed;
    private transient @Nullable TextStage text;
    private transient @Nullable RejectionWindow window;
    private transient @Nullable ReadingCounters counters;

    /**
     * An operator by these rules.
     *
     * @param evidence how much of the text is kept
     * @param limit how many pages may be rejected
     * @param closed years of which every page is refused
     */
    public ReadPages(TextRules rules, TextStage.Evidence evidence, RejectionLimit limit, ClosedYears closed) {
        this.rules = rules;
        this.evidence = evidence;
        this.limit = limit;
        this.closed = closed;
    }

    @Override
    public void open(OpenContext context) {
        text = TextStage.open(rules, evidence, closed);
        window = new RejectionWindow(limit);
        counters = new ReadingCounters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(RawPage page, Context context, Collector<PageElements> out) {
        Worked worked = requireNonNull(text).work(page);
        RejectionWindow last = requireNonNull(window);
        if (worked instanceof Worked.Accepted accepted) {
            out.collect(accepted.elements());
            context.output(ROWS, accepted.row());
            requireNonNull(counters).read(accepted.row());
            last.read();
        } else if (worked instanceof Worked.Refused refused) {
            context.output(REJECTED, refused.letter());
            requireNonNull(counters).rejected(refused.letter().reason());
            last.rejected(refused.letter()).ifPresent(ReadPages::stop);
        }
        boolean read = worked instanceof Worked.Accepted;
        context.output(RECEIPTS, new Receipt(page.topic(), page.partition(), page.offset(), read));
    }

    /** What is thrown must be known without our jar, or a cluster takes it for any other fault and starts again. */
    private static void stop(String why) {
        throw new SuppressRestartsException(new IllegalStateException(why));
    }
}
