package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.broadsheet.text.number.Lexicon;

/**
 * Says why a number in a certain measure word is no mention: {@code 六口人} is a family, {@code 水电六支队} a unit's name.
 *
 * <p>Immutable, thread-safe.
 */
final class MeasureExclusions {
    private final List<List<String>> rows = Lexicon.rows(MeasureExclusions.class, "measure-exclusions.tsv");

    /** Why the quantity counts nothing; empty where its measure word says nothing about that. */
    Optional<String> of(String sentence, Quantity quantity) {
        for (List<String> row : rows) {
            boolean excluded = switch (row.get(1)) {
                case "under" -> isUnder(quantity, row);
                case "named" -> isNamed(sentence, quantity, row);
                default -> throw new IllegalStateException("measure-exclusions.tsv: " + row);
            };
            if (excluded) {
                return Optional.of(row.get(3));
            }
        }
        return Optional.empty();
    }

    private static boolean isUnder(Quantity quantity, List<String> row) {
        return quantity.measure().equals(row.get(0))
                && quantity.numeral().value().compareTo(new BigDecimal(row.get(2))) < 0;
    }

    private static boolean isNamed(String sentence, Quantity quantity, List<String> row) {
        int measure = quantity.numeral().end();
        int behind = measure + row.get(0).length();
        return sentence.startsWith(row.get(0), measure)
                && quantity.modifier() == Modifier.EXACT
                && (behind == sentence.length() || row.get(2).indexOf(sentence.charAt(behind)) < 0)
                && !Character.isDigit(sentence.charAt(measure - 1));
    }
}
