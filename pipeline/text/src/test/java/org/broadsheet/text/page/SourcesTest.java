package org.broadsheet.text.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void knowsThePapersOfTheSamplesAndTheirHomes() throws IOException {
        Sources sources = Sources.read(Path.of(System.getProperty("broadsheet.root"), "config", "sources.yaml"));

        assertThat(sources.find("太原晚报")).contains(new Sources.Paper("太原晚报", 140100, List.of("太原晚报")));
        assertThat(sources.find("法制日报").map(Sources.Paper::name)).contains("法治日报");
        assertThat(List.of("晋中日报", "朔州日报", "山西日报", "北京日报", "南方日报", "人民日报", "济源日报"))
                .extracting(name -> sources.find(name).map(Sources.Paper::home).orElse(0))
                .containsExactly(140700, 140600, 140000, 110000, 440000, 100000, 419001);
        assertThat(sources.find("石门晨报")).isEmpty();
        assertThat(sources.papers()).hasSizeGreaterThan(200);
    }

    @Test
    void namesEveryFaultWithItsLine() {
        String yaml = """
                papers:
                  太原晚报: 14
                  晋中日报: {home: 140700, town: 榆次}
                  朔州日报: {also: [朔州晚报]}
                  大同日报: [140200]
                  晋中日报: 140700
                  忻州日报: {home: 140900, also: [晋中日报]}
                paper: 3
                """;

        InvalidSourcesException fault =
                catchThrowableOfType(InvalidSourcesException.class, () -> Sources.read(new StringReader(yaml)));

        assertThat(fault.faults())
                .containsExactly(
                        "line 2: 太原晚报: home is 14, wanted a six-digit code such as 140100",
                        "line 3: 晋中日报: 'town' is not known here; wanted 'home: 140100' or 'also: [...]'",
                        "line 4: 朔州日报: 'home' is missing",
                        "line 5: 大同日报: wanted a six-digit code or {home: ..., also: [...]}",
                        "line 6: 晋中日报: stands here twice",
                        "line 7: 晋中日报: stands here twice, also under 晋中日报",
                        "line 8: 'paper' is not known here; wanted 'papers'");
    }

    @Test
    void saysWhereAFileIsNoYaml() {
        InvalidSourcesException fault = catchThrowableOfType(
                InvalidSourcesException.class, () -> Sources.read(new StringReader("papers: {太原晚报: 140100")));

        assertThat(fault.faults()).hasSize(1);
        assertThat(fault.faults().get(0)).startsWith("line 1: this is no YAML");
    }

    @Test
    void wantsPapers() {
        InvalidSourcesException fault =
                catchThrowableOfType(InvalidSourcesException.class, () -> Sources.read(new StringReader("- 太原晚报\n")));

        assertThat(fault.faults())
                .containsExactly("line 1: wanted 'papers:' and below it one line a paper, such as '太原晚报: 140100'");
    }
}
