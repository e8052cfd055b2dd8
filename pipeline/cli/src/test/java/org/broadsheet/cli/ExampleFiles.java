package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with the files that the examples of the helps name: {@code archive/太原晚报/2022-12-05/003.txt}. */
final class ExampleFiles {
    private static final String DATED = "太原晚报 2022年12月%d日 第3版\n\n本报讯 12月%d日，迎泽区设立了%d个核酸采样点。\n";
    /** What examples write. */
    private static final List<String> WRITTEN = List.of("made", "much", "报告.html", "before-promotion.html");

    private final Path folder;
    private final Map<String, String> words = new TreeMap<>();

    private ExampleFiles(Path folder) {
        this.folder = folder;
        words.put("config/", Launcher.ROOT.resolve("config") + "/");
        words.put("=made/", "=" + folder.resolve("made") + "/");
    }

    /** Writes them. */
    static ExampleFiles in(Path folder) throws IOException {
        ExampleFiles files = new ExampleFiles(Files.createDirectory(folder));
        Files.copy(Launcher.ROOT.resolve("config/metrics.yaml"), folder.resolve("my-metrics.yaml"));
        files.page("page.txt", 4);
        files.page("archive/太原晚报/2022-12-05/003.txt", 5);
        files.page("inbox/001.txt", 6);
        files.page("my-pages/001.txt", 7);
        Files.writeString(folder.resolve("inbox/002.txt"), "这里没有日子。\n", UTF_8);
        Files.writeString(folder.resolve("inbox/003.txt"), "%PDF-1.7\n", UTF_8);
        for (String zip : List.of("2022-11.zip", "2012.zip", "2013.zip", "2014.zip")) {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(zip)))) {
                out.putNextEntry(new ZipEntry("002.txt"));
                out.write(DATED.formatted(8, 8, (int) zip.charAt(3)).getBytes(UTF_8));
            }
        }
        Files.writeString(
                folder.resolve("pages.jsonl"),
                "{\"file\": \"002.txt\", \"source\": \"太原晚报\", \"published\": \"2022-12-08\", \"page\": \"002\"}\n");
        return files;
    }

    /** Writes one page more. */
    Path page(String file, int day) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        return Files.writeString(path, DATED.formatted(day, day, 70 + day), UTF_8);
    }

    Path resolve(String file) {
        return folder.resolve(file);
    }

    /** What is here in place of a name in the examples, such as {@code http://flink:8081}. */
    void put(String word, String here) {
        words.put(word, here);
    }

    /** The words of an example, with what is here in place of what it names. */
    List<String> typed(HelpExamples.Example example) {
        List<String> typed = new ArrayList<>();
        for (String argument : HelpExamples.arguments(example.text())) {
            String word = argument;
            for (Map.Entry<String, String> other : words.entrySet()) {
                word = word.replace(other.getKey(), other.getValue());
            }
            boolean isHere = WRITTEN.contains(word) || Files.exists(folder.resolve(word));
            typed.add(isHere ? folder.resolve(word).toString() : word);
        }
        return typed;
    }
}
