package org.broadsheet.job;

import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Intake;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.page.DeadLetter;

/** Where the results of the graph go: in production to PostgreSQL and Kafka, in a test wherever the test says. */
public record Outlets(
        Consumer<DataStream<PageRow>> pages,
        Consumer<DataStream<MentionRow>> mentions,
        Consumer<DataStream<FactChange>> facts,
        Consumer<DataStream<FigureChange>> figures,
        Consumer<DataStream<Intake>> intake,
        Consumer<DataStream<DeadLetter>> deadLetters) {}
