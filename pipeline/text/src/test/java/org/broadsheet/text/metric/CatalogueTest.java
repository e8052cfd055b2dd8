package org.broadsheet.text.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String VACCINATIONS = """
            metrics:
              vaccinations:
                zh: 疫苗接种
                en: vaccinations
                unit: dose
                kind: flow
                measures: [剂, 剂次]
                nouns: [疫苗, 新冠疫苗]
                before: [接种]
            """;

    @Test
    void holdsTheMetricsOfTheContract() {
        assertThat(Catalogue.packaged().metrics())
                .extracting(Metric::id)
                .containsExactly(
                        "party_members",
                        "cadres",
                        "volunteers",
                        "medical_staff",
                        "police",
                        "residents",
                        "households",
                        "test_sites",
                        "grids",
                        "compounds",
                        "communities",
                        "buildings",
                        "checkpoints",
                        "party_branches",
                        "vanguard_posts",
                        "work_units",
                        "enterprises",
                        "teams",
                        "projects",
                        "confirmed_cases",
                        "asymptomatic_cases",
                        "discharged_cases",
                        "high_risk_areas",
                        "low_risk_areas",
                        "donations",
                        "investment",
                        "funds",
                        "supplies");
    }

    @Test
    void isTheSameFromTheFile() throws IOException {
        Path file = Path.of(System.getProperty("broadsheet.root"), "config", "metrics.yaml");
        assertThat(Catalogue.read(file).metrics())
                .isEqualTo(Catalogue.packaged().metrics());
    }

    @Test
    void hasExactFactors() {
        assertThat(Catalogue.packaged().metric("supplies").orElseThrow().units().get("斤"))
                .isEqualByComparingTo("0.0005");
    }

    @Test
    void takesAMetricMore() throws IOException {
        Metric metric = read(VACCINATIONS).metric("vaccinations").orElseThrow();
        assertThat(metric.units()).containsOnlyKeys("剂", "剂次");
        assertThat(metric.kind()).isEqualTo(Kind.FLOW);
    }

    @Test
    void namesAllFaultsAtOnce() {
        String yaml = """
                metrics:
                  Grids:
                    zh: 网格
                    unit: grid
                    kind: stok
                    measures: [个, 个]
                    nouns: 网格
                    colour: red
                  goods:
                    zh: 物资
                    en: goods
                    unit: tonne
                    kind: flow
                    units: {吨: 1, 斤: 1/3, 担: viel, 两: 0}
                    nouns: [菜]
                    alone: [车]
                """;
        assertThat(faults(yaml))
                .containsExactly(
                        "metrics.Grids: an id is made of a-z, 0-9 and _, begins with a letter and has at most 41 characters",
                        "metrics.Grids.colour: unknown key",
                        "metrics.Grids.en: missing",
                        "metrics.Grids.kind: \"stok\" is neither stock nor flow",
                        "metrics.Grids.measures: 个 stands twice",
                        "metrics.Grids.nouns: a list is wanted, [个, 处]",
                        "metrics.Grids: no nouns, before, alone or frames: nothing in a text could speak of it",
                        "metrics.goods.units.斤: 1/3 has no exact decimal",
                        "metrics.goods.units.担: \"viel\" is no number; write 1000 or 1/2000",
                        "metrics.goods.units.两: a factor is greater than 0, this is 0",
                        "metrics.goods.alone: 车 is not among its measures");
    }

    @Test
    void namesTheLineOfBrokenYaml() {
        assertThat(faults("metrics:\n  a: [\n")).containsExactly("line 2: while parsing a flow node");
        assertThat(faults("")).containsExactly("metrics: the table of metrics is missing or empty");
    }

    private static java.util.List<String> faults(String yaml) {
        return catchThrowableOfType(CatalogueException.class, () -> read(yaml)).faults();
    }

    private static Catalogue read(String yaml) throws IOException {
        return Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
