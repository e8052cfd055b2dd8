package org.broadsheet.job.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of Prometheus, read as far as a test needs: {@code sum by (reason) (rate(pages[5m]))} names the metric {@code pages}
 * and the label {@code reason}.
 *
 * @param metrics the names of the metrics
 * @param labels the labels that it picks or groups by
 */
public record PromExpression(Set<String> metrics, Set<String> labels) {
    private static final Set<String> FUNCTIONS =
            Set.of("sum", "max", "min", "avg", "count", "rate", "increase", "deriv", "clamp_min", "max_over_time");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^()]*)\\)");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern MATCHER = Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"\\s*");
    private static final Pattern RANGE = Pattern.compile("\\[(?:\\d+[smhd]|\\$__rate_interval)(?::[^\\]]*)?]");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][\\w:]*(\\s*\\()?");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where brackets do not match, or a function is none that is known here
     */
    public static PromExpression of(String text) {
        balanced(text);
        Set<String> labels = new TreeSet<>();
        String left = GROUPING.matcher(text).replaceAll(match -> {
            for (String label : match.group(1).split(",", -1)) {
                labels.add(label.strip());
            }
            return " ";
        });
        left = MATCHERS.matcher(left).replaceAll(match -> {
            for (String matcher : match.group(1).split(",", -1)) {
                labels.add(label(matcher));
            }
            return " ";
        });
        left = RANGE.matcher(left).replaceAll(" ");
        Set<String> metrics = new TreeSet<>();
        NAME.matcher(left).results().forEach(name -> add(name, metrics));
        return new PromExpression(metrics, labels);
    }

    private static String label(String matcher) {
        Matcher parsed = MATCHER.matcher(matcher);
        if (!parsed.matches()) {
            throw new IllegalArgumentException("no matcher: " + matcher);
        }
        return parsed.group(1);
    }

    private static void add(MatchResult name, Set<String> metrics) {
        String word = name.group().replaceAll("\\s*\\($", "");
        boolean isCalled = name.group(1) != null && !WORDS.contains(word);
        if (isCalled && !FUNCTIONS.contains(word)) {
            throw new IllegalArgumentException("no such function: " + word);
        }
        if (!isCalled && !WORDS.contains(word)) {
            metrics.add(word);
        }
    }

    private static void balanced(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int opening = "([{".indexOf(character);
            int closing = ")]}".indexOf(character);
            if (opening >= 0) {
                open.push(")]}".charAt(opening));
            } else if (closing >= 0 && (open.isEmpty() || open.pop() != character)) {
                throw new IllegalArgumentException("a bracket too many: " + text);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("a bracket too few: " + text);
        }
    }
}
