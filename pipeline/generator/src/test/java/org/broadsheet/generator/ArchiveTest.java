package org.broadsheet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final int CHAPTERS = 20;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        String once = digest(Archive.of(GAZETTEER, 5, 500));
        assertThat(digest(Archive.of(GAZETTEER, 5, 500))).isEqualTo(once);
        assertThat(digest(Archive.of(GAZETTEER, 6, 500))).isNotEqualTo(once);
    }

    @Test
    void aLongerArchiveBeginsLikeAShorterOne() {
        List<String> longer = Archive.of(GAZETTEER, 5, 700)
                .deliveries()
                .limit(300)
                .map(ArchiveTest::name)
                .toList();
        assertThat(Archive.of(GAZETTEER, 5, 300).deliveries().map(ArchiveTest::name))
                .containsExactlyElementsOf(longer);
    }

    @Test
    void everyChapterHoldsEachIngredientInItsNumber() {
        Map<Ingredient, Integer> counts = new EnumMap<>(Ingredient.class);
        List<Delivery> deliveries = Archive.of(GAZETTEER, 1, (long) CHAPTERS * Chapter.RECORDS)
                .deliveries()
                .toList();
        deliveries.forEach(delivery -> delivery.ingredients().forEach(one -> counts.merge(one, 1, Integer::sum)));
        assertThat(counts.remove(Ingredient.FRESH)).isBetween(CHAPTERS * 30, CHAPTERS * 56);
        Map<Ingredient, Integer> expected = new EnumMap<>(Ingredient.class);
        for (Ingredient ingredient : Ingredient.values()) {
            expected.put(ingredient, CHAPTERS);
        }
        expected.remove(Ingredient.FRESH);
        expected.put(Ingredient.REPRINT, 16 * CHAPTERS);
        expected.put(Ingredient.OTHER_HOME, 2 * CHAPTERS);
        expected.put(Ingredient.REVISED, 2 * CHAPTERS);
        expected.put(Ingredient.CORRUPT, 2 * CHAPTERS);
        expected.put(Ingredient.CORRECTED, 4 * CHAPTERS);
        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void tenWaysOfBeingCorruptTakeTurns() {
        KnownTables tables = KnownTables.of(
                Archive.of(GAZETTEER, 1, (long) CHAPTERS * Chapter.RECORDS).deliveries(), GAZETTEER);
        assertThat(tables.refused())
                .isEqualTo(Map.of("empty", 8, "not-text", 16, "no-text", 12, "bad-header", 4, "no-day", CHAPTERS));
        assertThat(tables.read()).isEqualTo((long) CHAPTERS * (Chapter.RECORDS - 3));
        assertThat(tables.pages()).hasSize(CHAPTERS * (Chapter.RECORDS - 4));
    }

    @Test
    void factsCountOnceAndReprintsJoinThem() {
        KnownTables tables =
                KnownTables.of(Archive.of(GAZETTEER, 1, 17L * Chapter.RECORDS).deliveries(), GAZETTEER);
        int reported = tables.facts().stream().mapToInt(KnownFact::mentions).sum();
        long reprinted = count(tables, Fate.REPRINTED);
        assertThat((long) reported).isEqualTo(count(tables, Fate.COUNTED) + reprinted);
        assertThat(reprinted).isGreaterThan(300);
        assertThat(count(tables, Fate.RETOLD)).isGreaterThanOrEqualTo(17);
        assertThat(count(tables, Fate.UNPLACED)).isGreaterThanOrEqualTo(17);
        assertThat(count(tables, Fate.DROPPED)).isEqualTo(2 * 17);
        assertThat(tables.facts()).anyMatch(fact -> fact.reports() == 3);
        assertThat(tables.figures()).anyMatch(figure -> figure.region() == Gazetteer.COUNTRY && figure.parts() > 2);
    }

    private static long count(KnownTables tables, Fate fate) {
        return tables.mentions().stream().filter(row -> row.fate() == fate).count();
    }

    private static String name(Delivery delivery) {
        return delivery.ingredients() + " " + delivery.told();
    }

    private static String digest(Archive archive) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        archive.deliveries().map(Delivery::raw).forEach(raw -> update(digest, raw));
        return HexFormat.of().formatHex(digest.digest(archive.sources().getBytes(StandardCharsets.UTF_8)));
    }

    private static void update(MessageDigest digest, RawPage raw) {
        update(digest, raw.key());
        update(digest, raw.value());
        for (Header header : raw.headers()) {
            update(digest, header.name().getBytes(StandardCharsets.UTF_8));
            update(digest, header.value());
        }
    }

    private static void update(MessageDigest digest, byte @org.jspecify.annotations.Nullable [] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .array());
        digest.update(bytes == null ? new byte[0] : bytes);
    }
}
