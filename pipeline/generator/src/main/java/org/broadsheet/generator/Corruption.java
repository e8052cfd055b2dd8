package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;

/** Ten ways in which a record is no page, each with the reason that must be given. */
enum Corruption {
    NO_BYTES("empty", ""),
    WHITE_SPACE("empty", "\n　 \n"),
    JPEG("not-text", "ffd8ffe000104a46494600010100000100010000"),
    PDF("not-text", "255044462d312e370a25e2e3cfd30a"),
    GZIP("not-text", "1f8b0800000000000003"),
    PNG("not-text", "89504e470d0a1a0a0000000d49484452"),
    BROKEN_JSON("no-text", "{\"text\": \"本报讯 \", \"source\": "),
    NO_TEXT("no-text", "{\"source\": \"太原新报\"}"),
    TEXT_OF_NUMBERS("no-text", "{\"text\": 795}"),
    BAD_REVISION("bad-header", "{\"text\": \"本报讯 \", \"revision\": \"neu\"}");

    private static final int LENGTH = 400;

    private final String reason;
    private final String content;

    Corruption(String reason, String content) {
        this.reason = reason;
        this.content = content;
    }

    /** A record that is corrupt in this way, under the name of a page. */
    Delivery delivery(Paper paper, int published, String name) {
        String key = String.join("/", paper.name(), Days.iso(published), name);
        List<Header> headers = List.of(
                new Header("source", paper.name().getBytes(UTF_8)),
                new Header("published", Days.iso(published).getBytes(UTF_8)));
        RawPage raw = new RawPage("", 0, 0, key.getBytes(UTF_8), bytes(), headers);
        return new Delivery(raw, new Told.Refused(reason), List.of(Ingredient.CORRUPT));
    }

    private byte[] bytes() {
        if (!reason.equals("not-text")) {
            return content.getBytes(UTF_8);
        }
        byte[] start = HexFormat.of().parseHex(content);
        byte[] all = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            all[i] = i < start.length ? start[i] : (byte) (i * 37);
        }
        return all;
    }
}
