package org.broadsheet.text.figure;

import org.broadsheet.text.fact.FactChange;
import org.jspecify.annotations.Nullable;

/** What the country's figure is made of: the figure of a province, or a fact about the country itself. Exactly one is there. */
public record CountryPart(
        @Nullable FactChange fact, @Nullable FigureChange province) {}
