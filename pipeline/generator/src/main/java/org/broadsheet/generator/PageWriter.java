package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/** Makes records of pages: text in UTF-8 or GB18030 with headers, or a JSON object. Immutable. */
final class PageWriter {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a page is sent. */
    enum Form {
        UTF8,
        GB18030,
        JSON
    }

    /**
     * A page to be sent.
     *
     * @param name within the paper's day: {@code 0012-07}
     * @param keyed whether it is sent under a key
     * @param dated whether it says its day
     */
    record Page(
            Paper paper,
            int published,
            String name,
            long revision,
            Form form,
            boolean keyed,
            boolean dated,
            PageSetter.Layout layout,
            List<Story> stories,
            List<Ingredient> ingredients) {
        /** The key: {@code 太原新报/2013-03-18/0012-07}. */
        String key() {
            return paper.name() + "/" + Days.iso(published) + "/" + name;
        }

        /** The same page under another revision. */
        Page revised(long other, List<Story> changed, List<Ingredient> more) {
            return new Page(paper, published, name, other, form, keyed, dated, layout, changed, more);
        }
    }

    private PageWriter() {}

    /** The record of a page, and what must become of it. */
    static Delivery write(Page page) {
        PageSetter setter = new PageSetter(page.layout(), page.paper(), page.published());
        page.stories().forEach(setter::set);
        Map<String, String> told = told(page);
        byte[] value = value(page.form(), setter.text(), told);
        if (!page.keyed()) {
            told.clear();
        } else if (page.form() == Form.JSON) {
            told.keySet().retainAll(List.of("source", "published"));
        }
        List<Header> headers = headers(told);
        byte @Nullable [] key = page.keyed() ? page.key().getBytes(UTF_8) : null;
        RawPage raw = new RawPage("", 0, 0, key, value, headers);
        if (!page.dated()) {
            return new Delivery(raw, new Told.Refused("no-day"), page.ingredients());
        }
        int copies = page.stories().stream().mapToInt(Story::repeated).sum();
        Told.Printed printed = new Told.Printed(
                page.keyed() ? page.key() : Digest.of(value),
                page.revision(),
                0,
                Digest.of(value, headers),
                page.paper().name(),
                page.published(),
                page.paper().home(),
                page.stories().stream()
                        .mapToInt(story -> 1 + story.paragraphs().size())
                        .sum(),
                copies,
                page.stories().stream().mapToInt(Story::removed).sum(),
                setter.mentions());
        return new Delivery(raw, printed, page.ingredients());
    }

    /** The record that takes a page back. */
    static Delivery withdraw(Page page, long revision) {
        List<Header> headers =
                List.of(new Header("revision", Long.toString(revision).getBytes(UTF_8)));
        RawPage raw = new RawPage("", 0, 0, page.key().getBytes(UTF_8), null, headers);
        Told told = new Told.Withdrawn(page.key(), revision, Digest.of(null, headers));
        return new Delivery(raw, told, List.of(Ingredient.WITHDRAWN));
    }

    private static Map<String, String> told(Page page) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("source", page.paper().name());
        if (page.dated()) {
            told.put("published", Days.iso(page.published()));
        }
        if (page.paper().telling() == Paper.Telling.PAGE) {
            told.put("home", Integer.toString(page.paper().home()));
        }
        if (page.revision() > 0) {
            told.put("revision", Long.toString(page.revision()));
        }
        return told;
    }

    private static byte[] value(Form form, String text, Map<String, String> told) {
        return switch (form) {
            case UTF8 -> text.getBytes(UTF_8);
            case GB18030 -> text.getBytes(GB18030);
            case JSON -> json(text, told);
        };
    }

    private static byte[] json(String text, Map<String, String> told) {
        Map<String, String> envelope = new LinkedHashMap<>(Map.of("text", text));
        envelope.putAll(told);
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of texts can be written", impossible);
        }
    }

    private static List<Header> headers(Map<String, String> told) {
        return told.entrySet().stream()
                .map(header -> new Header(header.getKey(), header.getValue().getBytes(UTF_8)))
                .toList();
    }
}
