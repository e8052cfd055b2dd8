package org.broadsheet.text.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.Bylines;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.mention.Extraction;
import org.jspecify.annotations.Nullable;

/**
 * How well the articles of pages agree with their labels: 22 labelled, 22 found, 21 with the right headline.
 *
 * <p>An article is found where its body holds the labelled beginning or end, spaces aside; each of ours answers for one
 * label. All else is judged on the found: {@code kind}; {@code start} and {@code end} within 5 characters; {@code
 * headline}, {@code kicker}, {@code subhead}, {@code byline} equal, spaces aside; {@code region}.
 *
 * @param labelled how many articles and captions there are
 * @param found how many of them were found
 * @param fields by name, in the order above
 * @param misses what is not as labelled, in the order of the pages
 * @param extras articles without a label
 */
public record ArticleScore(int labelled, int found, Map<String, Share> fields, List<Miss> misses, List<Extra> extras) {
    /** Characters by which a beginning or an end may be off. */
    private static final int NEAR = 5;

    /** A page with its labels and what was made of it. */
    public record Answer(
            String file, List<ArticleLabel> labels, CleanPage page, List<Extraction.ArticleContext> contexts) {}

    /** How many of how many. */
    public record Share(int right, int of) {
        /** Right of all; 1 where there is none. */
        public double share() {
            return of == 0 ? 1 : (double) right / of;
        }

        private Share plus(boolean another) {
            return new Share(right + (another ? 1 : 0), of + 1);
        }
    }

    /** Something that is not as labelled, of the article that begins so; {@code found} where there is no article. */
    public record Miss(String file, String starts, String field, String found, String labelled) {}

    /** An article without a label, and how it begins. */
    public record Extra(String file, int index, String starts) {}

    /** Compares answers with their labels. */
    public static ArticleScore of(List<Answer> answers) {
        Counter counter = new Counter();
        answers.forEach(counter::add);
        return new ArticleScore(
                counter.labelled,
                counter.found,
                counter.fields,
                List.copyOf(counter.misses),
                List.copyOf(counter.extras));
    }

    /** The printed body of an article, spaces and line breaks taken out. */
    private static String body(Article article) {
        return article.paragraphs().stream()
                .filter(paragraph -> paragraph.role() == Role.BODY
                        || paragraph.role() == Role.JUMP
                        || paragraph.role() == Role.SECTION)
                .map(Paragraph::text)
                .map(text -> bare(text.toString()))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private record Body(Article article, String text) {}

    private static final class Counter {
        private final Bylines bylines = new Bylines();
        private final Map<String, Share> fields = new LinkedHashMap<>();
        private final List<Miss> misses = new ArrayList<>();
        private final List<Extra> extras = new ArrayList<>();
        private int labelled;
        private int found;

        Counter() {
            for (String field : List.of("kind", "start", "end", "headline", "kicker", "subhead", "byline", "region")) {
                fields.put(field, new Share(0, 0));
            }
        }

        void add(Answer answer) {
            List<Body> left = new ArrayList<>(answer.page().articles().stream()
                    .map(article -> new Body(article, body(article)))
                    .toList());
            for (ArticleLabel label : answer.labels()) {
                labelled++;
                Body best = best(label, left);
                if (best == null) {
                    misses.add(new Miss(answer.file(), label.starts(), "found", "", label.headline()));
                } else {
                    found++;
                    left.remove(best);
                    judge(answer, label, best);
                }
            }
            for (Body body : left) {
                String head = body.text.substring(0, Math.min(20, body.text.length()));
                extras.add(new Extra(answer.file(), body.article.index(), head));
            }
        }

        private static @Nullable Body best(ArticleLabel label, List<Body> bodies) {
            Body best = null;
            int bestNearness = 0;
            for (Body body : bodies) {
                int nearness = nearness(start(label, body)) + nearness(end(label, body));
                if (nearness > bestNearness) {
                    best = body;
                    bestNearness = nearness;
                }
            }
            return best;
        }

        private static int nearness(int off) {
            return off < 0 ? 0 : off <= NEAR ? 2 : 1;
        }

        /** How many characters of the body stand before the labelled beginning; -1 where it is not in it. */
        private static int start(ArticleLabel label, Body body) {
            return body.text.indexOf(bare(label.starts()));
        }

        private static int end(ArticleLabel label, Body body) {
            String ends = bare(label.ends());
            int at = body.text.lastIndexOf(ends);
            return at < 0 ? -1 : body.text.length() - ends.length() - at;
        }

        private void judge(Answer answer, ArticleLabel label, Body body) {
            Article article = body.article;
            same(answer, label, "kind", article.kind().name().toLowerCase(Locale.ROOT), label.kind());
            near(answer, label, "start", start(label, body), label.starts());
            near(answer, label, "end", end(label, body), label.ends());
            same(answer, label, "headline", article.text(Role.HEADLINE), label.headline());
            same(answer, label, "kicker", article.text(Role.KICKER), label.kicker());
            same(answer, label, "subhead", article.text(Role.SUBHEAD), label.subhead());
            same(answer, label, "byline", bylines.of(article), label.byline());
            if (!label.regions().isEmpty()) {
                int region = answer.contexts().get(article.index()).region();
                String first = label.regions().iterator().next().toString();
                String given = label.regions().contains(region) ? first : Integer.toString(region);
                same(answer, label, "region", given, first);
            }
        }

        private void near(Answer answer, ArticleLabel label, String field, int off, String wanted) {
            boolean right = off >= 0 && off <= NEAR;
            String given = right ? wanted : off < 0 ? "elsewhere" : off + " characters off";
            same(answer, label, field, given, wanted);
        }

        private void same(Answer answer, ArticleLabel label, String field, String given, String wanted) {
            boolean right = bare(given).equals(bare(wanted));
            fields.computeIfPresent(field, (name, share) -> share.plus(right));
            if (!right) {
                misses.add(new Miss(answer.file(), label.starts(), field, given, wanted));
            }
        }
    }
}
