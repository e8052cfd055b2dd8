package org.broadsheet.bench.wear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageWearerTest {
    private static final List<String> PARAGRAPHS = List.of(
            "6月13日，丛台区四季青街道的7个社区组织112名党员干部，对近期返回人员逐人登记。复兴区设查验卡点6处，全天有人值守。",
            "村民们把自家种的大白菜装上车，连夜送进小区，每户分到一份沉甸甸的蔬菜包。大家都说，日子总会好起来。",
            "供热公司的抢修队在雪里忙了三个钟头，终于把爆裂的管道换好，整栋楼又暖和起来了。");

    private final PageWearer wearer = new PageWearer();

    @Test
    void withoutWearTheTextStaysAsItIs() {
        WornPage worn = wearer.wear(PARAGRAPHS, Wear.NONE, 1);

        assertThat(worn.text()).isEqualTo(String.join("\n\n", PARAGRAPHS) + "\n\n");
        assertThat(worn.injuries()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSamePage() {
        Wear wear = Wear.NONE
                .withLoops(2)
                .withCopies(2, 1, 2)
                .withMisreadings(50, true)
                .withPunctuation(100)
                .withLines(14, 1);

        assertThat(wearer.wear(PARAGRAPHS, wear, 7).text())
                .isEqualTo(wearer.wear(PARAGRAPHS, wear, 7).text());
        assertThat(wearer.wear(PARAGRAPHS, wear, 7).text())
                .isNotEqualTo(wearer.wear(PARAGRAPHS, wear, 8).text());
    }

    @Test
    void everyCharacterKnowsWhereItComesFrom() {
        for (int seed = 0; seed < 200; seed++) {
            Wear wear = Wear.NONE
                    .withLoops(2)
                    .withCopies(1, 1, 2)
                    .withMisreadings(30, false)
                    .withLines(12 + seed % 10, 1);
            WornPage worn = wearer.wear(PARAGRAPHS, wear, seed);
            boolean[] there = new boolean[worn.clean().length()];
            for (int i = 0; i < worn.text().length(); i++) {
                int origin = worn.origins()[i];
                if (origin >= 0 && worn.causes()[i] < 0) {
                    assertThat(worn.text().charAt(i)).isEqualTo(worn.clean().charAt(origin));
                }
                if (origin >= 0) {
                    there[origin] = true;
                }
            }
            for (int i = 0; i < there.length; i++) {
                assertThat(there[i] || worn.clean().charAt(i) == '\n').isTrue();
            }
        }
    }

    @Test
    void loopsAreAsLongAndAsManyAsItSays() {
        for (int seed = 0; seed < 200; seed++) {
            WornPage worn = wearer.wear(PARAGRAPHS, Wear.NONE.withLoops(1), seed);
            Injury loop = worn.injuries().get(0);
            String stretch = worn.clean().substring(loop.start(), loop.end());

            assertThat(loop.kind()).isEqualTo(Injury.Kind.LOOP);
            assertThat(loop.copies()).isBetween(1, Looper.MOST_TIMES - 1);
            assertThat(stretch.chars().filter(c -> Glyphs.isContent((char) c)).count())
                    .isBetween((long) Looper.SHORTEST, (long) Looper.LONGEST);
            assertThat(worn.text()).contains(stretch.repeat(loop.copies() + 1));
        }
    }

    @Test
    void misreadCopiesDifferInNoDigitAndNoPlace() {
        for (int seed = 0; seed < 200; seed++) {
            WornPage worn = wearer.wear(PARAGRAPHS, Wear.NONE.withCopies(0, 1, 2), seed);
            int differing = 0;
            for (int i = 0; i < worn.text().length(); i++) {
                int origin = worn.origins()[i];
                boolean differs =
                        origin >= 0 && worn.text().charAt(i) != worn.clean().charAt(origin);
                differing += differs ? 1 : 0;
                assertThat(differs && "丛台区四季青街复兴0123456789".indexOf(worn.clean().charAt(origin)) >= 0)
                        .isFalse();
            }
            assertThat(differing).isEqualTo(worn.injuries().get(0).misread());
        }
    }

    @Test
    void aTearPutsTheEndOfAParagraphBehindTheNext() {
        WornPage worn = wearer.wear(PARAGRAPHS, Wear.NONE.withLines(10, 1), 3);

        assertThat(worn.injuries()).extracting(Injury::kind).containsExactly(Injury.Kind.TEAR);
        assertThat(worn.text().replaceAll("[\\s\u3000]", ""))
                .hasSize(String.join("", PARAGRAPHS).length());
        assertThat(worn.text().replaceAll("[\\s\u3000]", "")).isNotEqualTo(String.join("", PARAGRAPHS));
    }

    @Test
    void wantsParagraphs() {
        assertThatThrownBy(() -> wearer.wear(List.of(), Wear.NONE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wearer.wear(List.of(""), Wear.NONE, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
