package org.broadsheet.text.fact;

/** An element put in (+1) or taken out (−1). */
public record WeightedElement(Element element, int weight) {}
