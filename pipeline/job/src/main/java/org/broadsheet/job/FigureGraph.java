package org.broadsheet.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.broadsheet.job.operators.AggregateCountryFigures;
import org.broadsheet.job.operators.AggregateProvinceFigures;
import org.broadsheet.job.operators.ClosingOperator;
import org.broadsheet.job.operators.CountIntake;
import org.broadsheet.job.operators.MergeReportsOfClaim;
import org.broadsheet.job.operators.ReadPages;
import org.broadsheet.job.operators.Receipt;
import org.broadsheet.job.operators.RejectionLimit;
import org.broadsheet.job.operators.ResolveRevisionsOfPages;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage.Evidence;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.figure.AggregateCountry;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.RawPage;

/** The graph, from pages to figures; it knows neither Kafka nor PostgreSQL nor how it is run. */
public final class FigureGraph {
    private FigureGraph() {}

    /**
     * Defines the graph.
     *
     * @param pages where pages come from, by name: each is a chain of its own, {@code read-articles}, into the same state
     * @param rules what the editor may change
     * @param limit how many pages may be rejected
     * @param closed the years that are closed
     * @param outlets where the results go
     */
    public static void define(
            Map<String, DataStream<RawPage>> pages,
            TextRules rules,
            Evidence evidence,
            RejectionLimit limit,
            ClosedYears closed,
            Outlets outlets) {
        List<SingleOutputStreamOperator<PageElements>> read = new ArrayList<>();
        new TreeMap<>(pages)
                .forEach((name, stream) -> read.add(stream.process(new ReadPages(rules, evidence, limit, closed))
                        .uid("read-" + name)
                        .name("read, clean, deduplicate, extract (" + name + ")")));
        Steps steps = steps(union(read, chain -> chain), rules, closed);
        var intake = union(read, chain -> chain.getSideOutput(ReadPages.RECEIPTS))
                .keyBy(Receipt::source)
                .process(new CountIntake())
                .uid("count-intake")
                .name("keep the books of each partition");
        outlets.pages().accept(union(read, chain -> chain.getSideOutput(ReadPages.ROWS)));
        outlets.mentions().accept(steps.facts().getSideOutput(MergeReportsOfClaim.ROWS));
        outlets.facts().accept(steps.facts());
        outlets.figures().accept(steps.figures());
        outlets.intake().accept(intake);
        outlets.deadLetters().accept(union(read, chain -> chain.getSideOutput(ReadPages.REJECTED)));
    }

    /** What comes out of the keyed steps. */
    record Steps(SingleOutputStreamOperator<FactChange> facts, DataStream<FigureChange> figures) {}

    /** The steps that keep state, from what was read to figures. */
    static Steps steps(DataStream<PageElements> pages, TextRules rules, ClosedYears closed) {
        var elements = pages.keyBy(PageElements::name)
                .transform(
                        "resolve",
                        TypeInformation.of(ElementChange.class),
                        new ClosingOperator<>(new ResolveRevisionsOfPages(closed)))
                .uid("resolve-revisions")
                .name("hold the greatest revision of each page");
        var facts = elements.keyBy(ElementChange::claim)
                .transform(
                        "merge",
                        TypeInformation.of(FactChange.class),
                        new ClosingOperator<>(new MergeReportsOfClaim(closed)))
                .uid("merge-reports")
                .name("merge reports into facts");
        var provinces = facts.keyBy(AggregateProvince::key)
                .transform(
                        "province",
                        TypeInformation.of(FigureChange.class),
                        new ClosingOperator<>(new AggregateProvinceFigures(rules, closed)))
                .uid("aggregate-province")
                .name("figures of counties, cities, provinces");
        var country = provinces
                .getSideOutput(AggregateProvinceFigures.COUNTRY)
                .keyBy(AggregateCountry::key)
                .transform(
                        "country",
                        TypeInformation.of(FigureChange.class),
                        new ClosingOperator<>(new AggregateCountryFigures(rules, closed)))
                .uid("aggregate-country")
                .name("figures of the country");
        return new Steps(facts, provinces.union(country));
    }

    private static <T> DataStream<T> union(
            List<SingleOutputStreamOperator<PageElements>> chains,
            Function<SingleOutputStreamOperator<PageElements>, DataStream<T>> output) {
        return chains.stream().map(output).reduce(DataStream::union).orElseThrow();
    }
}
