package org.broadsheet.text.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

class LabelledRepeatsTest {
    @Test
    void print() throws IOException {
        for (String n : List.of("000", "002", "003")) {
            new PageCleaner()
                    .clean(LabelledArticlesTest.page(n))
                    .repeats()
                    .forEach(r -> System.out.println(n + " " + r));
        }
        Path items = Path.of(System.getProperty("broadsheet.root"), "config/samples/gold/items");
        try (Stream<Path> files = Files.list(items)) {
            for (Path f :
                    files.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
                Page page = new Page(new PageId("k", 0, ""), "", 0, 0, "", List.of(), Files.readString(f));
                CleanPage clean = new PageCleaner().clean(page);
                clean.repeats().forEach(r -> System.out.println(f.getFileName() + " " + r));
                for (Article a : clean.articles()) {
                    List<String> ps = new ArrayList<>();
                    for (Paragraph p : a.paragraphs()) ps.add(p.role() + ":" + p.text());
                    System.out.println(f.getFileName() + " ==" + a.kind() + a.continuesOn() + " " + ps);
                }
            }
        }
    }
}
