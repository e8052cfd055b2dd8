package org.broadsheet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;

/** The checked-in pages and items: real words to wear and to measure with. */
public final class Samples {
    private final Path config;
    private final Path folder;

    /** @param root the project's folder, the one with {@code config} in it */
    public Samples(Path root) {
        config = root.resolve("config");
        folder = config.resolve("samples");
    }

    /** The samples of the project in which this JVM runs, or of {@code -Dbroadsheet.root=}. */
    public static Samples ofProject() {
        return new Samples(Path.of(System.getProperty("broadsheet.root", ".")));
    }

    /** The bytes of the three real pages, in the order of their names. */
    public List<byte[]> pages() throws IOException {
        return read(folder.resolve("pages"));
    }

    /** The rules of the project. */
    public TextRules rules() throws IOException {
        return TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml"));
    }

    /** The body paragraphs of every article of pages and items, clean; articles without any are left out. */
    public List<List<String>> articles() throws IOException {
        PageCleaner cleaner = new PageCleaner();
        List<byte[]> texts = new ArrayList<>(pages());
        texts.addAll(read(folder.resolve("gold").resolve("items")));
        List<List<String>> articles = new ArrayList<>();
        for (byte[] text : texts) {
            CleanPage page = cleaner.clean(page(new String(text, StandardCharsets.UTF_8)));
            for (Article article : page.articles()) {
                List<String> body = article.paragraphs().stream()
                        .filter(paragraph -> paragraph.role() == Role.BODY)
                        .map(Paragraph::text)
                        .map(Object::toString)
                        .toList();
                if (!body.isEmpty()) {
                    articles.add(body);
                }
            }
        }
        return articles;
    }

    /** A decoded page of which nothing but the text is known. */
    public static Page page(String text) {
        return new Page(new PageId("sample", 0, ""), "", 0, 0, "", List.of(), text);
    }

    private static List<byte[]> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<byte[]> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Files.readAllBytes(file));
        }
        return texts;
    }
}
