package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;

/**
 * Corrects the mentions of a page by hand: {@code 确诊病例12例} is 100015, {@code 党员30名} is none. Writes the header itself, so
 * that what the pipeline makes of it is checked against another hand. Not thread-safe.
 */
final class Proofreader {
    private static final BigDecimal MUCH = BigDecimal.valueOf(100_003);

    private final Delivery delivery;
    private final Told.Printed page;
    private final List<KnownMention> mentions;
    private final SortedMap<String, String> corrections = new TreeMap<>();
    private long made;

    Proofreader(Delivery delivery) {
        this.delivery = delivery;
        this.page = (Told.Printed) delivery.told();
        this.mentions = new ArrayList<>(page.mentions());
    }

    /** The first mention that counts is none. */
    Proofreader dropFirst() {
        return drop(counted().get(0));
    }

    /** The last mention that counts is none. */
    Proofreader dropLast() {
        return drop(counted().get(counted().size() - 1));
    }

    /** The first mention that counts has another value. */
    Proofreader changeFirst() {
        int number = counted().get(0);
        KnownMention mention = mentions.get(number);
        mentions.set(number, mention.withValue(mention.value().add(MUCH)));
        return said(mention, "\"value\":" + mention.value().add(MUCH).toPlainString());
    }

    /** Nothing is corrected any more. */
    Proofreader undo() {
        corrections.clear();
        made++;
        mentions.clear();
        mentions.addAll(page.mentions());
        return this;
    }

    private Proofreader drop(int number) {
        KnownMention mention = page.mentions().get(number);
        mentions.set(number, mention.withFate(Fate.DROPPED));
        return said(mention, "\"drop\":true");
    }

    private Proofreader said(KnownMention mention, String what) {
        String aim = "\"quote\":\"" + mention.quote() + "\",\"start\":" + mention.start() + ",\"metric\":\""
                + mention.metric() + '"';
        corrections.put(aim, "{" + aim + "," + what + ",\"why\":\"校对\"}");
        made++;
        return this;
    }

    private List<Integer> counted() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).fate() == Fate.COUNTED) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /** The page sent again. */
    Delivery sent(Ingredient ingredient) {
        RawPage raw = delivery.raw();
        String list = corrections.values().stream().collect(Collectors.joining(","));
        List<Header> headers = new ArrayList<>(raw.headers());
        headers.add(new Header("corrections", ("{\"made\":" + made + ",\"mentions\":[" + list + "]}").getBytes(UTF_8)));
        byte[] value = Objects.requireNonNull(raw.value());
        Told.Printed told = new Told.Printed(
                page.key(),
                page.revision(),
                made,
                Digest.of(value, headers),
                page.source(),
                page.published(),
                page.home(),
                page.paragraphs(),
                page.repeated(),
                page.removed(),
                List.copyOf(mentions));
        return new Delivery(new RawPage("", 0, 0, raw.key(), value, List.copyOf(headers)), told, List.of(ingredient));
    }
}
