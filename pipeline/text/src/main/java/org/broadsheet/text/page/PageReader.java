package org.broadsheet.text.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a page of the bytes of a record: {@code 本报讯 …} in UTF-8 under the key {@code 太原晚报/2022-11-22/003}.
 *
 * <p>What headers say beats what the JSON envelope says, that beats the list of papers (home by paper), that beats the
 * key, that beats the day in key or address ({@code html/2022-11/22/content_1.htm}), and that beats what the text says
 * (masthead, dateline). Markup of press systems counts as an envelope. Whatever the bytes are, the answer is a {@link Reading};
 * nothing is thrown. Thread-safe.
 */
public final class PageReader {
    /** Bytes of UTF-8 a page's text may have. */
    public static final int LARGEST_TEXT = 1 << 20;

    private static final Set<String> HEADERS =
            Set.of("source", "published", "home", "url", "revision", Corrections.HEADER);
    private static final int LONGEST_DETAIL = 200;
    private static final byte[] NOTHING = {};

    private final Sources sources;
    private final TextDecoder decoder = new TextDecoder();
    private final HtmlText html;
    private final Envelope envelope;

    /** @param sources the papers and their homes */
    public PageReader(Sources sources) {
        PressNames names = new PressNames();
        this.sources = sources;
        this.html = new HtmlText(names);
        this.envelope = new Envelope(names, html);
    }

    /** Reads a record; linear in its length. */
    public Reading read(RawPage raw) {
        List<String> faults = new ArrayList<>();
        Claims told = told(raw.headers(), faults);
        byte[] value = raw.value();
        String content = Fingerprint.of(value == null ? NOTHING : value, raw.headers());
        if (value == null) {
            return withdraw(raw, told, content, faults);
        }
        if (value.length == 0) {
            return rejected(Reason.EMPTY, "no bytes at all");
        }
        Claims enclosed = new Claims(faults);
        Decoding decoding = text(value, enclosed);
        if (decoding instanceof Decoding.Refused refused) {
            return rejected(refused.reason(), refused.detail());
        }
        String text = ((Decoding.Text) decoding).text();
        if (isBlank(text)) {
            return rejected(Reason.EMPTY, "nothing but white space");
        }
        if (isTooLarge(text)) {
            return rejected(Reason.TOO_LARGE, "more than " + LARGEST_TEXT + " bytes of text");
        }
        String key = key(raw.key(), value);
        Long revision = told.revision == null ? enclosed.revision : told.revision;
        PageId id = told.id(key, revision == null ? 0 : revision, content);
        return page(id, told, enclosed, text, faults);
    }

    private static Claims told(List<Header> headers, List<String> faults) {
        Claims told = new Claims(faults);
        for (Header header : headers) {
            if (!HEADERS.contains(header.name())) {
                continue;
            }
            String written = utf8(header.value());
            if (written == null) {
                faults.add(header.name() + " is not UTF-8");
            } else if (header.name().equals(Corrections.HEADER)) {
                told.correct(written);
            } else {
                told.add(header.name(), written);
            }
        }
        return told;
    }

    private static Reading withdraw(RawPage raw, Claims told, String content, List<String> faults) {
        byte[] key = raw.key();
        if (key == null || key.length == 0) {
            return rejected(Reason.EMPTY, "neither key nor value");
        }
        if (!faults.isEmpty()) {
            return rejected(Reason.BAD_HEADER, String.join("; ", faults));
        }
        PageId id = told.id(key(key, NOTHING), told.revision == null ? 0 : told.revision, content);
        int published = told.published == null ? Reading.Withdrawn.NO_DAY : told.published;
        return new Reading.Withdrawn(id, earliestDay(id.key(), published));
    }

    private Decoding text(byte[] value, Claims enclosed) {
        Decoding decoding = decoder.decode(value);
        if (decoding instanceof Decoding.Text decoded) {
            String text = decoded.text();
            if (Envelope.isEnvelope(text)) {
                return envelope.open(text, enclosed);
            }
            if (HtmlText.isXml(text)) {
                return html.ofXml(text, enclosed);
            }
            return HtmlText.isHtml(text) ? new Decoding.Text(html.of(text, enclosed)) : decoding;
        }
        return decoding;
    }

    private Reading page(PageId id, Claims told, Claims enclosed, String text, List<String> faults) {
        Claims keyed = keyed(id.key());
        String url = first(told.url, enclosed.url, null);
        List<String> inferred = new ArrayList<>();

        String source = first(told.source, enclosed.source, keyed.source);
        Integer published = first(told.published, enclosed.published, keyed.published);
        Integer filed = published == null ? filed(id.key(), url) : null;
        boolean complete = source != null && (published != null || filed != null);
        Masthead printed = complete ? Masthead.NONE : Masthead.of(text, sources);

        boolean sourceRead = source == null && printed.source() != null;
        source = sourceRead ? printed.source() : source;

        Integer home = first(told.home, enclosed.home, null);
        if (home == null && source != null) {
            home = sources.find(source).map(Sources.Paper::home).orElse(null);
            if (home != null && sourceRead) {
                inferred.add("home");
            }
        }
        if (published == null) {
            published = first(filed, printed.published(), null);
            inferred.add("published");
        }
        if (sourceRead) {
            inferred.add("source");
        }
        if (!faults.isEmpty()) {
            return rejected(Reason.BAD_HEADER, String.join("; ", faults));
        }
        if (published == null) {
            return rejected(Reason.NO_DAY, "no day of publication in headers, envelope, key, address or text");
        }
        return new Reading.Read(new Page(
                id,
                source == null ? "" : source,
                published,
                home == null ? 0 : home,
                url == null ? "" : url,
                List.copyOf(inferred),
                text,
                told.corrections));
    }

    /**
     * The earlier of a page's day of publication and the day that its key names: 21 November for {@code
     * 太原晚报/2022-11-21/003} of the 22nd. In epoch days.
     */
    public static int earliestDay(String key, int published) {
        Integer named = first(keyed(key).published, PathDays.first(key), null);
        return named == null ? published : Math.min(named, published);
    }

    private static <T> @Nullable T first(@Nullable T a, @Nullable T b, @Nullable T c) {
        return a != null ? a : b != null ? b : c;
    }

    /** What a key of the form {@code source/published/page} says; other keys say nothing. */
    private static Claims keyed(String key) {
        Claims keyed = new Claims(new ArrayList<>());
        int first = key.indexOf('/');
        int second = key.indexOf('/', first + 1);
        if (first > 0 && second > first && key.indexOf('/', second + 1) < 0) {
            Integer day = Claims.day(key.substring(first + 1, second));
            if (day != null) {
                keyed.source = key.substring(0, first).strip();
                keyed.published = day;
            }
        }
        return keyed;
    }

    /** The day under which an address or a key files its page, or null. */
    private static @Nullable Integer filed(String key, @Nullable String url) {
        Integer addressed = url == null ? null : PathDays.first(url);
        return addressed != null ? addressed : PathDays.first(key);
    }

    /** The key by which a record's page is known: its own, or the SHA-256 of its value; empty where it has neither. */
    public static String key(RawPage raw) {
        byte[] value = raw.value();
        byte[] key = raw.key();
        return value == null && (key == null || key.length == 0) ? "" : key(key, value == null ? NOTHING : value);
    }

    /** The key as text; of bytes that are no text (or hold what no table can hold) their hexadecimal digits. */
    private static String key(byte @Nullable [] key, byte[] value) {
        if (key == null || key.length == 0) {
            return Fingerprint.of(value);
        }
        String written = utf8(key);
        return written == null || written.indexOf('\0') >= 0 ? HexFormat.of().formatHex(key) : written;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException fault) {
            return null;
        }
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean empty = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!empty) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTooLarge(String text) {
        if (text.length() > LARGEST_TEXT) {
            return true;
        }
        if (text.length() * 3 <= LARGEST_TEXT) {
            return false;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes > LARGEST_TEXT;
    }

    private static Reading rejected(Reason reason, String detail) {
        String shown = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL - 1) + "…";
        return new Reading.Rejected(Stage.READ, reason, shown);
    }
}
