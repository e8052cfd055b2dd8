package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.number.ChineseNumerals;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.PlaceFinder;
import org.broadsheet.text.place.PlaceReader;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Whose the numbers are in stretches that a person has quoted: {@code 795个检测采样点} of a page is 140106's. Nothing decides but
 * places: what is a mention, and of what, is given.
 */
final class QuotedPlaces {
    private final Owners owners = new Owners(Gazetteer.load());
    private final NumberScanner numbers = new NumberScanner(new ChineseNumerals());
    private final PlaceFinder finder;

    /** A stretch of a sentence that is quoted, and whose its number is. */
    record Found(String quote, List<Where> places) {}

    private record Quoted(String quote, int start, Claim claim) {}

    QuotedPlaces(PlaceFinder finder) {
        this.finder = finder;
    }

    /** Every place where one of the quotes stands on a page, in the order of its articles, headlines behind bodies. */
    List<Found> of(Page page, Set<String> quotes) {
        List<Found> found = new ArrayList<>();
        for (Article article : new PageCleaner().clean(page).articles()) {
            List<Paragraph> body = new ArrayList<>();
            List<Paragraph> heads = new ArrayList<>();
            for (Paragraph paragraph : article.paragraphs()) {
                boolean head = Set.of(Role.KICKER, Role.HEADLINE, Role.SUBHEAD).contains(paragraph.role());
                (head ? heads : body).add(paragraph);
            }
            Where headline = headline(heads, page.home());
            Subject subject = new Subject(owners, page.home(), new Lazy<>(() -> headline));
            read(body, page, subject, quotes, found);
            Where first = subject.first();
            read(
                    heads,
                    page,
                    new Subject(owners, page.home(), new Lazy<>(() -> headline == null ? first : headline)),
                    quotes,
                    found);
        }
        return found;
    }

    private @Nullable Where headline(List<Paragraph> heads, int home) {
        PlaceReader places = new PlaceReader(finder, home);
        for (Paragraph head : heads) {
            String text = head.text().toString();
            List<Spot> spots = owners.candidates(text, places.next(text));
            if (!spots.isEmpty()) {
                return Owners.where(spots.get(0));
            }
        }
        return null;
    }

    private void read(List<Paragraph> paragraphs, Page page, Subject subject, Set<String> quotes, List<Found> found) {
        PlaceReader places = new PlaceReader(finder, page.home());
        for (Paragraph paragraph : paragraphs) {
            for (CleanText sentence : Sentences.of(paragraph.text())) {
                String text = sentence.toString().replaceAll("\\s", "");
                List<Spot> spots = places.next(text);
                List<Quoted> quoted = quoted(text, spots, quotes);
                List<Claim> claims = quoted.stream().map(Quoted::claim).toList();
                for (Quoted one : quoted) {
                    List<Where> owned = owners.of(owners.places(text, spots), one.claim(), claims);
                    found.add(new Found(one.quote(), owned.isEmpty() ? List.of(inherited(subject, page)) : owned));
                }
                if (paragraph.role() == Role.SECTION) {
                    subject.section();
                }
                subject.sentence(text, spots, claims);
            }
        }
    }

    private static Where inherited(Subject subject, Page page) {
        Where known = subject.now();
        return known == null ? new Where(page.home(), "", "home", false) : known;
    }

    /** The quotes of a sentence, in order. */
    private List<Quoted> quoted(String sentence, List<Spot> spots, Set<String> quotes) {
        List<Quoted> quoted = new ArrayList<>();
        for (String quote : quotes) {
            for (int at = sentence.indexOf(quote); at >= 0; at = sentence.indexOf(quote, at + 1)) {
                boolean whole =
                        at == 0 || !(Character.isDigit(sentence.charAt(at - 1)) && Character.isDigit(quote.charAt(0)));
                Quantity quantity = whole ? quantity(sentence, spots, at, at + quote.length()) : null;
                if (quantity != null) {
                    int start = at;
                    boolean named = spots.stream().anyMatch(spot -> spot.start() == start);
                    Phrase phrase = new Phrase(Set.of(), at, at + quote.length(), named ? "elided" : "quoted");
                    quoted.add(new Quoted(quote, at, new Claim(quantity, phrase, Scope.CURRENT, 0)));
                }
            }
        }
        quoted.sort(Comparator.comparingInt(Quoted::start));
        return numbered(sentence, quoted);
    }

    /** {@code 采样点12个、15个}: the second of its list is number 1. */
    private static List<Quoted> numbered(String sentence, List<Quoted> quoted) {
        List<Quoted> numbered = new ArrayList<>();
        for (Quoted one : quoted) {
            Claim claim = one.claim();
            int list = 0;
            if (!numbered.isEmpty()) {
                Claim before = numbered.get(numbered.size() - 1).claim();
                int end = Math.max(before.phrase().end(), before.quantity().end());
                boolean next = claim.phrase().start() == end + 1 && sentence.charAt(end) == '、';
                list = next && !claim.phrase().rule().equals("elided") ? before.list() + 1 : 0;
            }
            numbered.add(new Quoted(
                    one.quote(), one.start(), new Claim(claim.quantity(), claim.phrase(), claim.scope(), list)));
        }
        return numbered;
    }

    /** The first number of a quote that is no part of a name: 780余 of {@code 六横镇转移780余人}. */
    private @Nullable Quantity quantity(String sentence, List<Spot> spots, int start, int end) {
        return numbers.scan(sentence).stream()
                .filter(numeral -> numeral.digits() >= start && numeral.digits() < end)
                .filter(numeral -> spots.stream()
                        .noneMatch(spot -> spot.start() <= numeral.digits() && numeral.digits() < spot.end()))
                .findFirst()
                .map(numeral -> new Quantity(
                        numeral, "", Modifier.EXACT, Math.max(start, numeral.start()), Math.min(end, numeral.end())))
                .orElse(null);
    }
}
