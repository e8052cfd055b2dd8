package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.generator.Passage.Said;

/**
 * A sentence that states figures, before it is written out.
 *
 * @param wheres the first is the sentence's, the others those of its parts
 * @param quantities in the order of the frame
 * @param wording names the sentence
 */
record Statement(Frame frame, List<Where> wheres, List<Quantity> quantities, long wording) {

    /** Writes it out: {@code {r}新增{b1}，…} becomes {@code 迎泽区新增确诊病例12例，…}. */
    Passage passage() {
        StringBuilder text = new StringBuilder();
        List<Said> said = new ArrayList<>();
        String head = frame.head();
        int part = 0;
        for (int i = 0; i < head.length(); i++) {
            if (head.charAt(i) != '{') {
                text.append(head.charAt(i));
                continue;
            }
            int end = head.indexOf('}', i);
            char kind = head.charAt(i + 1);
            if (kind == 'r') {
                text.append(wheres.get(0).written());
            } else {
                Quantity quantity = quantities.get(head.charAt(i + 2) - '1');
                Where where = kind == 'p' ? wheres.get(++part) : wheres.get(0);
                int start = text.length();
                text.append(written(kind, quantity, where));
                said.add(new Said(quantity, where, frame.span(), start, text.length()));
            }
            i = end;
        }
        String wearable = String.valueOf(Passage.FIRM).repeat(text.length() + 1)
                + String.valueOf(Passage.WEARABLE).repeat(frame.tail().length());
        return new Passage(text + "，" + frame.tail(), wearable, List.copyOf(said), wording);
    }

    private static String written(char kind, Quantity quantity, Where where) {
        return switch (kind) {
            case 'q' -> quantity.measured() + quantity.thing().noun();
            case 'b' -> quantity.thing().noun() + quantity.measured();
            case 'p' -> where.written() + quantity.measured();
            default -> throw new IllegalStateException("no gap of this kind: " + kind);
        };
    }

    Statement at(List<Where> others) {
        return new Statement(frame, others, quantities, wording);
    }

    Statement with(List<Quantity> others) {
        return new Statement(frame, wheres, others, wording);
    }
}
