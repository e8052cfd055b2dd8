package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;

class ChangedPagesTest {
    private static final String TEXT = "山西省太原市迎泽区11月21日设采样点795个，小店区120个。2017年2月15日起，迎泽区第3期。";

    private static RawPage original(String... headers) {
        List<Header> list = java.util.stream.IntStream.range(0, headers.length / 2)
                .mapToObj(i -> new Header(headers[2 * i], headers[2 * i + 1].getBytes(UTF_8)))
                .toList();
        return new RawPage("", 0, 0, "a".getBytes(UTF_8), TEXT.getBytes(UTF_8), list);
    }

    private static String text(RawPage page) {
        return new String(Objects.requireNonNull(page.value()), UTF_8);
    }

    private static String header(RawPage page, String name) {
        return page.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static List<RawPage> pages(long seed, int count) {
        return ChangedPages.of(List.of(original("home", "140100", "published", "2022-11-22")), seed)
                .pages(count)
                .toList();
    }

    @Test
    void a_page_is_another_citys_on_another_day() {
        Gazetteer gazetteer = Gazetteer.load();
        for (RawPage page : pages(7, 40)) {
            int home = Integer.parseInt(header(page, "home"));
            String city = gazetteer.region(home).orElseThrow().name();
            String province =
                    gazetteer.region(gazetteer.province(home)).orElseThrow().name();
            assertThat(text(page)).startsWith(province + city).doesNotContain("迎泽区", "小店区");
            assertThat(text(page)).containsPattern("月\\d{1,2}日设采样点[1-9]{3}个，.{3,}[1-9]{2}0个。20\\d\\d年");
            assertThat(text(page)).endsWith("第3期。");
            Set<String> counties = gazetteer.children(home).stream()
                    .map(county -> county.name())
                    .filter(name -> text(page).contains(name))
                    .collect(Collectors.toSet());
            assertThat(counties).hasSize(2);
        }
    }

    @Test
    void a_day_is_as_long_before_its_publication_as_it_was() {
        RawPage first = pages(7, 1).get(0);
        java.time.LocalDate before =
                java.time.LocalDate.parse(header(first, "published")).minusDays(1);
        assertThat(text(first)).contains(before.getMonthValue() + "月" + before.getDayOfMonth() + "日设");
    }

    @Test
    void none_is_there_twice_but_one_in_four_is_printed_again() {
        List<RawPage> pages = pages(7, 400);
        Set<String> texts = new HashSet<>();
        pages.forEach(page -> texts.add(text(page)));
        assertThat(texts).hasSize(300);
        assertThat(pages.stream().map(page -> new String(Objects.requireNonNull(page.key()), UTF_8)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        assertThat(pages(7, 20).stream().map(ChangedPagesTest::text))
                .containsExactlyElementsOf(
                        pages(7, 20).stream().map(ChangedPagesTest::text).toList());
        assertThat(text(pages(8, 1).get(0))).isNotEqualTo(text(pages(7, 1).get(0)));
    }

    @Test
    void what_cannot_be_moved_is_refused() {
        assertThatThrownBy(() -> ChangedPages.of(List.of(), 1)).hasMessageContaining("no page");
        assertThatThrownBy(() -> ChangedPages.of(List.of(original("home", "140100")), 1))
                .hasMessageContaining("no header published");
    }
}
