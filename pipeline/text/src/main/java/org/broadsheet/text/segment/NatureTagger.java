package org.broadsheet.text.segment;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary.Attribute;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;

/**
 * Says as what each word of a row stands, by what stands beside it: 采样 is a verb in {@code 采样完毕}, part of a name in {@code 采样人员}.
 *
 * <p>HanLP's model and its very steps, each logarithm taken once. Immutable, thread-safe.
 */
final class NatureTagger {
    private static final double SELDOM = 1e-8;

    private final double[][] transitions;
    private final double[] totals;

    NatureTagger() {
        TransformMatrix model = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
        int natures = Nature.values().length;
        transitions = new double[natures][natures];
        totals = new double[natures];
        for (int from = 0; from < model.transititon_probability.length; from++) {
            double[] row = model.transititon_probability[from];
            System.arraycopy(row, 0, transitions[from], 0, row.length);
            totals[from] = model.getTotalFrequency(from);
        }
    }

    /**
     * The nature of each word.
     *
     * @param row what each word was seen as; at both ends what stands for the ends of a text
     */
    Nature[] tag(Attribute[] row) {
        Nature[] natures = new Nature[row.length];
        Nature best = row[0].nature[0];
        natures[0] = best;
        double[] costs = {0};
        Nature[] before = {best};
        for (int i = 1; i < row.length; i++) {
            Attribute word = row[i];
            double[] next = new double[word.nature.length];
            double least = Double.MAX_VALUE;
            for (int k = 0; k < next.length; k++) {
                int nature = word.nature[k].ordinal();
                double own = Math.log((word.frequency[k] + SELDOM) / totals[nature]);
                next[k] = Double.MAX_VALUE;
                for (int j = 0; j < costs.length; j++) {
                    double cost = costs[j] + transitions[before[j].ordinal()][nature] - own;
                    if (cost < next[k]) {
                        next[k] = cost;
                        if (cost < least) {
                            least = cost;
                            best = before[j];
                        }
                    }
                }
            }
            natures[i - 1] = best;
            costs = next;
            before = word.nature;
        }
        return natures;
    }
}
