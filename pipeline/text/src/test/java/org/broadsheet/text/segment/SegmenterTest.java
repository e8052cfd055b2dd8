package org.broadsheet.text.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private static final int LONGEST = 40;

    private final Segmenter segmenter = new Segmenter();

    @Test
    void cutsAndNames() {
        assertThat(words("党员干部下沉社区")).containsExactly("党员/nnt", "干部/nnt", "下沉/vi", "社区/n");
        assertThat(words("采样人员")).containsExactly("采样/vn", "人员/n");
        assertThat(words("")).isEmpty();
    }

    @Test
    void saysWhatHanLpSays() throws IOException {
        Segment model = HanLP.newSegment()
                .enablePartOfSpeechTagging(true)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false);
        for (String stretch : stretches()) {
            assertThat(words(stretch))
                    .as(stretch)
                    .isEqualTo(model.seg(stretch).stream()
                            .map(term -> term.word + "/" + term.nature)
                            .toList());
        }
    }

    private List<String> words(String stretch) {
        return segmenter.parts(stretch).stream()
                .map(part -> stretch.substring(part.start(), part.end()) + "/" + part.nature())
                .toList();
    }

    /** All of the pages and items in pieces of 1 to 40 characters, and what no dictionary holds. */
    private static List<String> stretches() throws IOException {
        Path samples = Path.of(System.getProperty("broadsheet.root", "."), "config/samples");
        List<String> stretches = new ArrayList<>(List.of("ＡＢ12.5，3kg二〇二二年３４万①②", "3.14，2,5..6 a", "𠮷野家３"));
        Random random = new Random(7);
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                for (int at = 0; at < text.length(); ) {
                    int end = Math.min(text.length(), at + 1 + random.nextInt(LONGEST));
                    stretches.add(text.substring(at, end));
                    at = end;
                }
            }
        }
        return stretches;
    }
}
