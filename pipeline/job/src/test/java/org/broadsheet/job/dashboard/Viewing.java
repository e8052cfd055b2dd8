package org.broadsheet.job.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Someone looks at a dashboard: what is chosen of each variable (地区, 指标), and the time shown. It fills in macros and
 * variables as Grafana documents them for PostgreSQL.
 */
public final class Viewing {
    /** What stands for all options of a variable. */
    public static final String ALL = "$__all";

    private static final Pattern MACRO = Pattern.compile("\\$__(\\w+)\\(([^()]*)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::(\\w+))?}|\\$(\\w+)|\\[\\[(\\w+)]]");

    private final Instant from;
    private final Instant to;
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();
    private final Map<String, List<String>> offered = new LinkedHashMap<>();

    /** A time without any variable. */
    public Viewing(Instant from, Instant to) {
        this.from = from.truncatedTo(ChronoUnit.MILLIS);
        this.to = to.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Opens a dashboard. Each variable is asked for in its turn, with what was chosen before it.
     *
     * @param wishes values by variable; where none is wished for, or it is not offered, the dashboard's own or the first offered
     */
    public static Viewing of(
            Dashboard dashboard, Connection connection, Instant from, Instant to, Map<String, List<String>> wishes)
            throws SQLException {
        Viewing viewing = new Viewing(from, to);
        for (JsonNode variable : dashboard.variables()) {
            String name = variable.path("name").asText();
            List<String> options = viewing.options(variable, connection);
            viewing.offered.put(name, options);
            List<String> wished = wishes.getOrDefault(name, standing(variable));
            boolean isOffered = !wished.isEmpty() && (wished.contains(ALL) || options.containsAll(wished));
            viewing.chosen.put(
                    name, isOffered ? wished : options.stream().limit(1).toList());
        }
        return viewing;
    }

    private static List<String> standing(JsonNode variable) {
        JsonNode value = variable.at("/current/value");
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).toList()
                : value.isMissingNode() ? List.of() : List.of(value.asText());
    }

    private List<String> options(JsonNode variable, Connection connection) throws SQLException {
        if (variable.path("type").asText().equals("custom")) {
            return variable.path("options")
                    .valueStream()
                    .map(option -> option.path("value").asText())
                    .toList();
        }
        Answer answer = Answer.to(sql(variable.path("query").asText()), connection);
        if (!answer.columns().equals(List.of("__text", "__value"))) {
            throw new AssertionError(variable.path("name") + " answers " + answer.columns());
        }
        return answer.column("__value").stream().map(String::valueOf).toList();
    }

    /** The values that a variable offers. */
    public List<String> offered(String variable) {
        return offered.getOrDefault(variable, List.of());
    }

    /** What is chosen of a variable; of {@code $__all} every value that is offered. */
    public List<String> chosen(String variable) {
        List<String> values = chosen.get(variable);
        if (values == null) {
            throw new IllegalArgumentException("There is no variable " + variable + ".");
        }
        return values.contains(ALL) ? offered(variable) : values;
    }

    /**
     * Fills in macros and variables.
     *
     * @throws IllegalArgumentException where Grafana has no such macro or format, or the dashboard no such variable
     */
    public String sql(String raw) {
        String filled = replaced(VARIABLE, raw, this::variable);
        return replaced(MACRO, filled, this::macro);
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }

    private String variable(MatchResult match) {
        String name =
                match.group(1) != null ? match.group(1) : match.group(3) != null ? match.group(3) : match.group(4);
        if (name.startsWith("__")) {
            return switch (name) {
                case "__interval" -> "1d";
                case "__interval_ms" -> "86400000";
                case "__from" -> Long.toString(from.toEpochMilli());
                case "__to" -> Long.toString(to.toEpochMilli());
                default -> match.group();
            };
        }
        List<String> values = chosen(name);
        String format = match.group(2) == null ? "sqlstring" : match.group(2);
        return switch (format) {
            case "sqlstring" -> joined(values, Viewing::quoted, ",");
            case "csv" -> String.join(",", values);
            case "queryparam" -> joined(values, value -> "var-" + name + "=" + value, "&");
            default -> throw new IllegalArgumentException("no such format: " + format);
        };
    }

    private String macro(MatchResult match) {
        List<String> arguments = new ArrayList<>();
        for (String argument : match.group(2).split(",", -1)) {
            arguments.add(argument.strip());
        }
        String column = arguments.get(0);
        return switch (match.group(1)) {
            case "time" -> column + " AS \"time\"";
            case "timeFilter" -> column + " BETWEEN " + quoted(from.toString()) + " AND " + quoted(to.toString());
            case "timeFrom" -> quoted(from.toString());
            case "timeTo" -> quoted(to.toString());
            case "timeGroup" -> group(arguments);
            case "timeGroupAlias" -> group(arguments) + " AS \"time\"";
            case "unixEpochFilter" ->
                column + " >= " + from.getEpochSecond() + " AND " + column + " <= " + to.getEpochSecond();
            default -> throw new IllegalArgumentException("no such macro: " + match.group());
        };
    }

    private static String group(List<String> arguments) {
        long seconds = seconds(arguments.get(1).replace("'", ""));
        return "floor(extract(epoch from " + arguments.get(0) + ")/" + seconds + ")*" + seconds;
    }

    private static long seconds(String interval) {
        long number = Long.parseLong(interval.substring(0, interval.length() - 1));
        return switch (interval.charAt(interval.length() - 1)) {
            case 's' -> number;
            case 'm' -> number * 60;
            case 'h' -> number * 3600;
            case 'd' -> number * 86400;
            default -> throw new IllegalArgumentException("no such interval: " + interval);
        };
    }

    private static String joined(List<String> values, Function<String, String> shown, String between) {
        return values.stream().map(shown).collect(Collectors.joining(between));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
