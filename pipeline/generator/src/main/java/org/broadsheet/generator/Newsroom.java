package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.broadsheet.generator.PageSetter.Layout;
import org.broadsheet.generator.PageWriter.Form;
import org.broadsheet.text.place.Region;

/**
 * The papers that report of a city: two of its own, one of its province, one from a village nobody knows. Not thread-safe.
 */
final class Newsroom {
    private static final List<Form> FORMS = List.of(Form.values());
    private static final int NARROWEST = 15;
    private static final int WIDTHS = 12;

    final Paper morning;
    final Paper evening;
    final Paper provincial;
    final Paper weekly;
    final Paper unknown;

    private final String chapter;
    private final Random random;
    private int pages;

    /** @param chapter stands in the names of all pages */
    Newsroom(City city, String chapter, Random random) {
        this.morning = new Paper(shortName(city.city()) + "新报", city.city().code(), Paper.Telling.LIST);
        this.evening = new Paper(shortName(city.city()) + "晚讯", city.city().code(), Paper.Telling.PAGE);
        this.provincial =
                new Paper(shortName(city.province()) + "时讯", city.province().code(), Paper.Telling.LIST);
        this.weekly = new Paper(
                shortName(city.neighbour().orElse(city.city())) + "周讯",
                city.neighbour().orElse(city.city()).code(),
                Paper.Telling.PAGE);
        this.unknown = new Paper("无名快讯", 0, Paper.Telling.NEVER);
        this.chapter = chapter;
        this.random = random;
    }

    /** Those that the list of papers names. */
    List<Paper> listed() {
        return List.of(morning, provincial);
    }

    /** Those that print ordinary pages. */
    List<Paper> all() {
        return List.of(morning, evening, provincial, weekly);
    }

    private static String shortName(Region region) {
        String name = region.name();
        boolean plain = name.endsWith("市") || name.endsWith("省");
        return plain ? name.substring(0, name.length() - 1) : name;
    }

    /** A page of a paper, set in some way. */
    PageWriter.Page page(Paper paper, int published, List<Story> stories, List<Ingredient> ingredients) {
        Layout layout =
                new Layout(random.nextBoolean(), random.nextInt(3) == 0 ? 0 : NARROWEST + random.nextInt(WIDTHS));
        Form form = FORMS.get(random.nextInt(FORMS.size()));
        String name = chapter + "-" + ++pages;
        return new PageWriter.Page(
                paper, published, name, 0, form, true, true, layout, List.copyOf(stories), List.copyOf(ingredients));
    }

    /** A page without a key, or without any day. */
    PageWriter.Page bare(Paper paper, int published, Story story, boolean dated) {
        Layout layout = new Layout(true, 0);
        Ingredient ingredient = dated ? Ingredient.NO_KEY : Ingredient.NO_DAY;
        Form form = dated ? Form.JSON : Form.UTF8;
        return new PageWriter.Page(
                paper,
                published,
                "",
                0,
                form,
                false,
                dated,
                layout,
                List.of(story),
                new ArrayList<>(List.of(ingredient)));
    }
}
