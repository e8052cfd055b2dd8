package org.broadsheet.text.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.metric.Kind;
import org.junit.jupiter.api.Test;

/** The last section of METRICS.md, sentence by sentence. */
class FigureRuleTest {
    private static final int CITY = 140100;
    private static final FigureKey KEY = new FigureKey("test_sites", Scope.CURRENT, 19318);

    @Test
    void theLargestStatementAboutTheRegionItselfIsStated() {
        assertThat(city(Kind.STOCK, 2, List.of(said("", "700"), said("", "795"), said("杏花岭街道", "900"))))
                .isEqualTo(figure("795", Modifier.EXACT, Basis.STATED, 0, 2));
    }

    @Test
    void ofEqualValuesTheOneThatClaimsMoreIsStated() {
        assertThat(city(
                        Kind.STOCK,
                        0,
                        List.of(said("", "870", Modifier.UNDER), said("", "870"), said("", "870", Modifier.OVER))))
                .isEqualTo(figure("870", Modifier.OVER, Basis.STATED, 0, 0));
    }

    @Test
    void whereNothingIsStatedThePartsAreSummed() {
        assertThat(city(Kind.FLOW, 2, List.of(), child("12"), child("30.5")))
                .isEqualTo(figure("42.5", Modifier.EXACT, Basis.PARTS, 2, 2));
    }

    @Test
    void aPlaceInsideAnotherIsNotSummedAgain() {
        assertThat(city(
                        Kind.FLOW,
                        0,
                        List.of(
                                said("锦纶街道", "10"),
                                said("锦纶街道", "12"),
                                said("锦纶街道乐平社区", "4"),
                                said("锦纶街道玉湖社区", "5"),
                                said("城赵镇", "3"))))
                .isEqualTo(figure("15", Modifier.EXACT, Basis.PARTS, 2, 0));
    }

    @Test
    void childrenAndOutermostPlacesAreSummedTogether() {
        assertThat(city(Kind.FLOW, 2, List.of(said("某街道", "10"), said("某街道一社区", "4")), child("12"), child("30")))
                .isEqualTo(figure("52", Modifier.EXACT, Basis.PARTS, 3, 2));
    }

    @Test
    void whatIsStatedIsNotExceededByAPart() {
        assertThat(city(Kind.STOCK, 2, List.of(said("", "10"), said("某街道", "12")), child("90"), child("30")))
                .isEqualTo(figure("10", Modifier.EXACT, Basis.STATED, 0, 2));
    }

    @Test
    void aSumOfAllPartsCarriesTheirModifier() {
        assertThat(modifier(Modifier.EXACT, Modifier.EXACT)).isEqualTo(Modifier.EXACT);
        assertThat(modifier(Modifier.UNDER, Modifier.UNDER)).isEqualTo(Modifier.UNDER);
        assertThat(modifier(Modifier.UNDER, Modifier.ABOUT)).isEqualTo(Modifier.ABOUT);
    }

    @Test
    void aSumOfSomePartsIsOverEvenIfTheyAreLess() {
        assertThat(city(Kind.STOCK, 5, List.of(said("某街道", "10", Modifier.UNDER)))
                        .modifier())
                .isEqualTo(Modifier.OVER);
    }

    @Test
    void aSumOfSomePartsOfAStockIsAtLeastThatMuch() {
        assertThat(city(Kind.STOCK, 3, List.of(), child("12"), child("30")))
                .isEqualTo(figure("42", Modifier.OVER, Basis.PARTS, 2, 3));
    }

    @Test
    void aSumOfSomePartsOfAFlowIsWhatHappened() {
        assertThat(city(Kind.FLOW, 3, List.of(), child("12")))
                .isEqualTo(figure("12", Modifier.EXACT, Basis.PARTS, 1, 3));
    }

    @Test
    void aSumIsAboutWhereAPartIsAboutOrOverMeetsUnder() {
        assertThat(modifier(Modifier.EXACT, Modifier.ABOUT)).isEqualTo(Modifier.ABOUT);
        assertThat(modifier(Modifier.OVER, Modifier.ABOUT)).isEqualTo(Modifier.ABOUT);
        assertThat(modifier(Modifier.OVER, Modifier.UNDER)).isEqualTo(Modifier.ABOUT);
        assertThat(modifier(Modifier.OVER, Modifier.EXACT)).isEqualTo(Modifier.OVER);
        assertThat(modifier(Modifier.UNDER, Modifier.EXACT)).isEqualTo(Modifier.UNDER);
    }

    @Test
    void whereNothingIsSaidThereIsNoFigure() {
        assertThat(new FigureRule(CITY, KEY, Kind.STOCK, 2).figure(List.of(), List.of()))
                .isEqualTo(Optional.empty());
    }

    private static Modifier modifier(Modifier one, Modifier other) {
        return city(Kind.FLOW, 2, List.of(said("一街道", "1", one), said("二街道", "2", other)))
                .modifier();
    }

    private static Figure city(Kind kind, int partsOf, List<PlacedStatement> facts, Statement... children) {
        return new FigureRule(CITY, KEY, kind, partsOf)
                .figure(facts, List.of(children))
                .orElseThrow();
    }

    private static PlacedStatement said(String place, String value) {
        return said(place, value, Modifier.EXACT);
    }

    private static PlacedStatement said(String place, String value, Modifier modifier) {
        return new PlacedStatement(CITY, place, new Statement(new BigDecimal(value), modifier, 1));
    }

    private static Statement child(String value) {
        return new Statement(new BigDecimal(value), Modifier.EXACT, 1);
    }

    private static Figure figure(String value, Modifier modifier, Basis basis, int parts, int partsOf) {
        return new Figure(
                CITY, "test_sites", Scope.CURRENT, 19318, new BigDecimal(value), modifier, basis, parts, partsOf, 1);
    }
}
