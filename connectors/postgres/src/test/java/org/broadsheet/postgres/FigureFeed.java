package org.broadsheet.postgres;

import java.io.IOException;
import java.math.BigDecimal;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Intake;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;

/**
 * A hundred facts and figures that change all the time: number n puts figure n in, changes figure n − 50, takes figure
 * n − 100 out where it divides by three. Dies once, on one number, in its first attempt.
 */
final class FigureFeed extends RichFlatMapFunction<Long, TableChange> {
    /** No death. */
    static final long NEVER = -1;

    private final long deadly;
    private boolean mayDie;

    FigureFeed(long deadly) {
        this.deadly = deadly;
    }

    @Override
    public void open(OpenContext context) {
        mayDie = getRuntimeContext().getTaskInfo().getAttemptNumber() == 0;
    }

    @Override
    public void flatMap(Long number, Collector<TableChange> changes) throws IOException {
        if (mayDie && number == deadly) {
            throw new IOException("dead on " + number);
        }
        int n = Math.toIntExact(number);
        changes.collect(Rows.figure(new FigureChange(null, figure(n, 1))));
        changes.collect(Rows.fact(new FactChange(null, Examples.fact(n, "", "1", Modifier.EXACT, 1))));
        if (n >= 50) {
            changes.collect(Rows.figure(new FigureChange(figure(n - 50, 1), figure(n - 50, n))));
        }
        if (n >= 100 && n % 3 == 0) {
            changes.collect(Rows.figure(new FigureChange(figure(n - 100, n - 50), null)));
            changes.collect(Rows.fact(new FactChange(Examples.fact(n - 100, "", "1", Modifier.EXACT, 1), null)));
        }
        changes.collect(Rows.intake(new Intake("articles", 0, 0, number + 1, number + 1, 0)));
    }

    private static Figure figure(int region, int value) {
        return new Figure(
                region,
                "test_sites",
                Scope.CURRENT,
                Examples.DAY,
                new BigDecimal(value),
                Modifier.EXACT,
                Basis.STATED,
                0,
                0,
                1);
    }
}
