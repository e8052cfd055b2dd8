package org.broadsheet.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.broadsheet.job.Outlets;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.jspecify.annotations.Nullable;

/** Outlets that count: 4,867 facts and 11,513 figures are left when what was taken out again is taken off. */
final class CountingOutlets {
    private final List<DataStream<Long>> ends = new ArrayList<>();

    /** The outlets of the whole job. */
    Outlets outlets() {
        return new Outlets(
                pages -> count(pages, List.of(new CountRows.Sum<>("page rows", row -> 1))),
                mentions -> count(mentions, List.of(new CountRows.Sum<>("changes of mentions", row -> 1))),
                facts -> count(
                        facts,
                        List.of(
                                new CountRows.Sum<>("changes of facts", change -> 1),
                                new CountRows.Sum<>("facts", change -> one(change.after()) - one(change.before())))),
                this::figures,
                intake -> count(intake, List.of(new CountRows.Sum<>("receipts", books -> 1))),
                letters -> count(letters, List.of(new CountRows.Sum<>("dead letters", letter -> 1))));
    }

    private void figures(DataStream<FigureChange> figures) {
        count(
                figures,
                List.of(
                        new CountRows.Sum<>("changes of figures", change -> 1),
                        new CountRows.Sum<>("figures", change -> one(change.after()) - one(change.before())),
                        new CountRows.Sum<>(
                                "digits of figures", change -> digits(change.after()) - digits(change.before()))));
    }

    /** Counts a stream to its end. */
    <T> void count(DataStream<T> stream, List<CountRows.Sum<T>> sums) {
        String name = "count " + sums.get(0).name();
        ends.add(stream.flatMap(new CountRows<>(new ArrayList<>(sums)))
                .returns(Types.LONG)
                .uid(name.replace(' ', '-'))
                .name(name));
    }

    /** Notes when all has been counted. */
    void end() {
        ends.stream()
                .reduce(DataStream::union)
                .orElseThrow()
                .transform("end", Types.LONG, new EndOfRun())
                .setParallelism(1)
                .uid("end");
    }

    private static long one(@Nullable Record row) {
        return row == null ? 0 : 1;
    }

    /** A number that follows from all that a figure says; the sum of all tells two sets of figures apart. */
    private static long digits(@Nullable Figure figure) {
        if (figure == null) {
            return 0;
        }
        String said = figure.metric() + figure.scope() + figure.value() + figure.modifier() + figure.basis();
        long digits = figure.region() * 1_000_003L + figure.day();
        for (int number : new int[] {said.hashCode(), figure.parts(), figure.partsOf(), figure.reports()}) {
            digits = (digits ^ number) * 0x9E3779B97F4A7C15L;
        }
        return digits;
    }
}
