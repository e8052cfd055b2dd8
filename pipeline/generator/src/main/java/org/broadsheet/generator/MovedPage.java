package org.broadsheet.generator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Region;

/**
 * A page as the paper of another city would have printed it on another day: {@code 迎泽区} becomes one of that city's counties, {@code
 * 11月21日} as many days before its publication as it was. Streets, towns and what is broken over two lines stay. Immutable, thread-safe.
 */
final class MovedPage {
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日");
    private static final int SHORTEST_NAME = 3;
    /** Of 广西壮族自治区 and the like but 内蒙古. */
    private static final int AUTONOMOUS = 2;

    private final LocalDate published;
    private final List<Slot> slots;

    private MovedPage(LocalDate published, List<Slot> slots) {
        this.published = published;
        this.slots = slots;
    }

    /** What stands in the page from {@code start} to {@code end}, and is told otherwise. */
    private record Slot(int start, int end, Told told) {}

    private interface Told {
        String of(City city, long days);
    }

    /**
     * The places and days of a page.
     *
     * @param home six-digit code of its paper's prefecture
     */
    static MovedPage of(String text, int home, LocalDate published, Gazetteer gazetteer) {
        List<Slot> slots = new ArrayList<>();
        Map<String, Told> names = names(home, gazetteer);
        names.forEach((name, told) -> {
            for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
                slots.add(new Slot(at, at + name.length(), told));
            }
        });
        Matcher days = DAY.matcher(text);
        while (days.find()) {
            day(days, published).ifPresent(told -> slots.add(new Slot(days.start(), days.end(), told)));
        }
        slots.sort(Comparator.comparingInt(Slot::start).thenComparingInt(slot -> -slot.end()));
        List<Slot> apart = new ArrayList<>();
        for (Slot slot : slots) {
            if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= slot.start()) {
                apart.add(slot);
            }
        }
        return new MovedPage(published, List.copyOf(apart));
    }

    private static Map<String, Told> names(int home, Gazetteer gazetteer) {
        Map<String, Told> names = new HashMap<>();
        Region province = gazetteer.region(gazetteer.province(home)).orElseThrow();
        Region city = gazetteer.region(gazetteer.prefecture(home)).orElseThrow();
        names.put(brief(province), (to, days) -> brief(to.province()));
        names.put(province.name(), (to, days) -> to.province().name());
        names.put(brief(city), (to, days) -> brief(to.city()));
        names.put(city.name(), (to, days) -> to.city().name());
        List<Region> counties = gazetteer.children(city.code());
        for (int i = 0; i < counties.size(); i++) {
            int number = i;
            if (counties.get(i).name().length() >= SHORTEST_NAME) {
                names.put(
                        counties.get(i).name(),
                        (to, days) ->
                                to.counties().get(number % to.counties().size()).name());
            }
        }
        return names;
    }

    /** 山西, 广西, 晋中. */
    private static String brief(Region region) {
        String name = region.name();
        if (name.endsWith("自治区")) {
            return name.startsWith("内蒙古") ? "内蒙古" : name.substring(0, AUTONOMOUS);
        }
        return "省市".indexOf(name.charAt(name.length() - 1)) >= 0 ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<Told> day(Matcher written, LocalDate published) {
        String year = written.group(1);
        try {
            LocalDate day = LocalDate.of(
                    year == null ? published.getYear() : Integer.parseInt(year),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(3)));
            return Optional.of((to, days) -> {
                LocalDate moved = day.plusDays(days);
                String brief = moved.getMonthValue() + "月" + moved.getDayOfMonth() + "日";
                return year == null ? brief : moved.getYear() + "年" + brief;
            });
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /**
     * The page of another city on another day.
     *
     * @param text the page, some of its digits changed
     */
    String told(char[] text, City city, LocalDate day) {
        long days = day.toEpochDay() - published.toEpochDay();
        StringBuilder told = new StringBuilder(text.length + text.length / 8);
        int from = 0;
        for (Slot slot : slots) {
            told.append(text, from, slot.start() - from).append(slot.told().of(city, days));
            from = slot.end();
        }
        return told.append(text, from, text.length - from).toString();
    }
}
