package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.broadsheet.generator.Notice.Block;
import org.broadsheet.generator.Notice.Line;
import org.broadsheet.text.place.Region;

/** Writes what there is to report of a city: no sentence twice in an article. Not thread-safe. */
final class NoticeWriter {
    private static final int LONGEST_AGO = 9;
    private static final int LONG = 3;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗";
    private static final List<String> GIVEN_NAMES =
            List.of("伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "洋", "艳", "秀兰", "建国", "志强", "海燕", "晓东", "文博");

    private final Words words;
    private final City city;
    private final Ledger ledger;
    private final Random random;

    NoticeWriter(Words words, City city, Ledger ledger, Random random) {
        this.words = words;
        this.city = city;
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * A notice about the city's counties and places, or the whole city, that any paper may print.
     *
     * @param published day of publication, in epoch days
     * @param dated whether its lead names a day
     */
    Notice write(int published, boolean dated) {
        List<Frame> frames = new ArrayList<>(words.frames());
        List<String> fillers = new ArrayList<>(words.fillers());
        Collections.shuffle(frames, random);
        Collections.shuffle(fillers, random);
        List<Block> blocks = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean named = dated && (i == 0 || random.nextInt(3) == 0);
            List<Line> lines = new ArrayList<>();
            int statements = 1 + random.nextInt(2);
            for (int j = 0; j < statements; j++) {
                lines.add(line(frames.remove(0)));
                if (random.nextBoolean()) {
                    lines.add(filler(fillers.remove(0)));
                }
            }
            if (!named && random.nextInt(3) == 0) {
                lines.add(0, filler(fillers.remove(0)));
            }
            blocks.add(new Block(named ? published - random.nextInt(LONGEST_AGO) : null, List.copyOf(lines)));
        }
        return new Notice(headline(county()), lead(), List.copyOf(blocks));
    }

    /** A notice of three paragraphs, each of which begins and ends with a filler; every sentence can be misread. */
    Notice writeLong(int published, boolean dated) {
        List<Frame> frames = new ArrayList<>(words.frames());
        List<String> fillers = new ArrayList<>(words.fillers());
        frames.removeIf(frame -> !words.isMisreadable(frame.tail()));
        fillers.removeIf(filler -> !words.isMisreadable(filler));
        Collections.shuffle(frames, random);
        Collections.shuffle(fillers, random);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < LONG; i++) {
            Integer day = dated && i == 0 ? (Integer) (published - random.nextInt(LONGEST_AGO)) : null;
            List<Line> lines = List.of(filler(fillers.get(2 * i)), line(frames.get(i)), filler(fillers.get(2 * i + 1)));
            blocks.add(new Block(day, lines));
        }
        return new Notice(headline(county()), lead(), List.copyOf(blocks));
    }

    /** A notice of one sentence about what {@code where} says, and two fillers. */
    Notice write(Frame frame, Where where) {
        List<String> fillers = new ArrayList<>(words.fillers());
        Collections.shuffle(fillers, random);
        Line line = line(frame, List.of(where));
        Block block = new Block(null, List.of(line, filler(fillers.get(0)), filler(fillers.get(1))));
        return new Notice(headline(""), lead(), List.of(block));
    }

    /** The same statements among other fillers. */
    Notice refilled(Notice notice) {
        Set<String> old = new HashSet<>();
        notice.paragraphs().forEach(block -> block.lines().forEach(line -> old.add(line.filler())));
        List<String> fillers = new ArrayList<>(words.fillers());
        fillers.removeIf(old::contains);
        Collections.shuffle(fillers, random);
        List<Block> blocks = new ArrayList<>();
        for (Block block : notice.paragraphs()) {
            List<Line> lines = new ArrayList<>();
            for (Line line : block.lines()) {
                lines.add(line.statement() == null ? filler(fillers.remove(0)) : line);
            }
            blocks.add(new Block(block.day(), List.copyOf(lines)));
        }
        return notice.saying(List.copyOf(blocks));
    }

    /** The frames that say something of one region. */
    List<Frame> plainFrames() {
        return words.frames().stream().filter(frame -> !frame.city()).toList();
    }

    /** Other numbers for the same sentence. */
    Statement renumbered(Statement statement) {
        List<Quantity> others = new ArrayList<>();
        for (int i = 0; i < statement.quantities().size(); i++) {
            Where where = statement.frame().city()
                    ? statement.wheres().get(i)
                    : statement.wheres().get(0);
            others.add(ledger.quantity(
                    statement.quantities().get(i).thing(), isBefore(statement.frame(), i), where.region()));
        }
        return statement.with(List.copyOf(others));
    }

    private Line line(Frame frame) {
        if (!frame.city()) {
            return line(frame, List.of(where()));
        }
        List<Region> counties = new ArrayList<>(city.counties());
        Collections.shuffle(counties, random);
        return line(
                frame,
                List.of(
                        new Where(city.city().code(), "", city.city().name()),
                        new Where(counties.get(0).code(), "", counties.get(0).name()),
                        new Where(counties.get(1).code(), "", counties.get(1).name())));
    }

    private Line line(Frame frame, List<Where> wheres) {
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < frame.groups().size(); i++) {
            String group = frame.groups().get(i);
            Thing thing = group.equals(Frame.SAME) ? quantities.get(0).thing() : thing(group);
            Where where = frame.city() ? wheres.get(i) : wheres.get(0);
            quantities.add(ledger.quantity(thing, isBefore(frame, i), where.region()));
        }
        long wording = ledger.wording();
        return new Line(new Statement(frame, wheres, List.copyOf(quantities), wording), "", wording);
    }

    private static boolean isBefore(Frame frame, int figure) {
        return frame.head().contains("{b" + (figure + 1) + "}");
    }

    private Thing thing(String group) {
        List<Thing> fit = words.things().stream()
                .filter(thing -> thing.group().equals(group))
                .toList();
        return fit.get(random.nextInt(fit.size()));
    }

    private Line filler(String text) {
        return new Line(null, text, ledger.wording());
    }

    /** One of the city's counties, a place below it, or the city. */
    Where where() {
        int choice = random.nextInt(10);
        if (choice == 0) {
            return new Where(city.city().code(), "", city.city().name());
        }
        Region county = city.counties().get(random.nextInt(city.counties().size()));
        String before = random.nextInt(3) == 0 ? city.city().name() : "";
        String place = choice < 6
                ? ""
                : words.places().get(random.nextInt(words.places().size()));
        return new Where(county.code(), place, before + county.name() + place);
    }

    String county() {
        return city.counties().get(random.nextInt(city.counties().size())).name();
    }

    /** A headline without figures. */
    Passage headline(String region) {
        String template = words.headlines().get(random.nextInt(words.headlines().size()));
        return Passage.firm(template.replace("{r}", region));
    }

    private String lead() {
        if (random.nextInt(3) == 0) {
            return "本报讯 ";
        }
        String given = GIVEN_NAMES.get(random.nextInt(GIVEN_NAMES.size()));
        return "本报讯（记者 " + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + given + "）";
    }
}
