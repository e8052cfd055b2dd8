package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.broadsheet.generator.Notice.Block;
import org.broadsheet.generator.Notice.Line;
import org.broadsheet.text.place.Region;

/** Writes notices that look like others and are none of them, and those that say a thing in an odd way. Not thread-safe. */
final class Variations {
    private final Words words;
    private final City city;
    private final NoticeWriter writer;
    private final Ledger ledger;
    private final Random random;

    Variations(Words words, City city, NoticeWriter writer, Ledger ledger, Random random) {
        this.words = words;
        this.city = city;
        this.writer = writer;
        this.ledger = ledger;
        this.random = random;
    }

    /** The same notice with other figures. */
    Notice otherFigures(Notice notice) {
        return each(notice, writer::renumbered);
    }

    /** The same notice about other places of the same counties; figures of whole regions stay out. */
    Notice otherPlaces(Notice notice) {
        return each(notice, statement -> {
            Where where = statement.wheres().get(0);
            if (statement.frame().city() || where.place().isEmpty()) {
                return writer.renumbered(statement);
            }
            String other = words.places().stream()
                    .filter(place -> !place.equals(where.place()))
                    .skip(random.nextInt(words.places().size() - 1))
                    .findFirst()
                    .orElseThrow();
            String written = where.written().replace(where.place(), other);
            return statement.at(List.of(new Where(where.region(), other, written)));
        });
    }

    /** The same notice, whose lead names a day. */
    Notice otherDay(Notice notice, int day) {
        List<Block> blocks = new ArrayList<>(notice.paragraphs());
        blocks.set(0, new Block(day, blocks.get(0).lines()));
        return notice.saying(List.copyOf(blocks));
    }

    /** The same figures in other sentences, of those that can be said in others, among other fillers. */
    Notice otherWords(Notice notice) {
        return each(writer.refilled(notice), statement -> {
            List<Frame> others = words.frames().stream()
                    .filter(frame -> !frame.equals(statement.frame())
                            && frame.city() == statement.frame().city()
                            && frame.span() == statement.frame().span()
                            && frame.groups().equals(statement.frame().groups())
                            && form(frame).equals(form(statement.frame())))
                    .toList();
            if (others.isEmpty()) {
                return writer.renumbered(statement);
            }
            Frame frame = others.get(random.nextInt(others.size()));
            return new Statement(frame, statement.wheres(), statement.quantities(), ledger.wording());
        });
    }

    /** Whether each noun stands before or behind its number. */
    private static List<Boolean> form(Frame frame) {
        List<Boolean> form = new ArrayList<>();
        for (int i = 1; i <= frame.groups().size(); i++) {
            form.add(frame.head().contains("{b" + i + "}"));
        }
        return form;
    }

    /** {@code 我市}, whosever city that is. */
    Notice ours() {
        return writer.write(plain(), new Where(Where.HOME, "", random.nextBoolean() ? "我市" : "全市"));
    }

    /** About no place at all. */
    Notice placeless() {
        return writer.write(plain(), new Where(Where.HOME, "", ""));
    }

    /** A notice whose headline says what its first sentence says; the headline may leave the place out. */
    Notice retold(int published) {
        Notice notice = writer.write(plain(), placed());
        Statement statement = java.util.Objects.requireNonNull(
                notice.paragraphs().get(0).lines().get(0).statement());
        Where where = statement.wheres().get(0);
        String county = where.written().replace(where.place(), "");
        Statement headline =
                random.nextBoolean() ? statement.at(List.of(new Where(where.region(), "", county))) : statement;
        Passage passage = headline.passage();
        int end = passage.text().lastIndexOf('，');
        return notice.headed(
                new Passage(passage.text().substring(0, end), passage.wearable().substring(0, end), passage.said(), 0));
    }

    private Where placed() {
        Region county = city.counties().get(random.nextInt(city.counties().size()));
        String place = words.places().get(random.nextInt(words.places().size()));
        return new Where(county.code(), place, county.name() + place);
    }

    private Frame plain() {
        List<Frame> plain = writer.plainFrames().stream()
                .filter(frame -> frame.groups().size() == 1 && frame.head().startsWith("{r}"))
                .toList();
        return plain.get(random.nextInt(plain.size()));
    }

    private static Notice each(Notice notice, UnaryOperator<Statement> change) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : notice.paragraphs()) {
            List<Line> lines = new ArrayList<>();
            for (Line line : block.lines()) {
                Statement statement = line.statement();
                if (statement == null) {
                    lines.add(line);
                } else {
                    Statement changed = change.apply(statement);
                    lines.add(new Line(changed, "", changed.wording()));
                }
            }
            blocks.add(new Block(block.day(), List.copyOf(lines)));
        }
        return notice.saying(List.copyOf(blocks));
    }
}
