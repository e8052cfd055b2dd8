package org.broadsheet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Changes good input into bad by a seed: {@code 太原晚报: 140100} into {@code 太原[晚报: 晚报: 14}. The same seed gives the same bytes.
 * Not thread-safe.
 */
public final class Mutator {
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_PIECE = 90;

    private final List<byte[]> corpus;
    private final List<String> pieces;
    private final Random random;

    /**
     * A mutator of its own seed.
     *
     * @param corpus good input, and what was bad once
     * @param pieces what is put in between
     */
    public Mutator(List<byte[]> corpus, List<String> pieces, long seed) {
        this.corpus = List.copyOf(corpus);
        this.pieces = List.copyOf(pieces);
        this.random = new Random(seed);
    }

    /** The next input: one of the corpus with one to six changes. */
    public byte[] next() {
        byte[] input = corpus.get(random.nextInt(corpus.size())).clone();
        for (int change = 1 + random.nextInt(MOST_CHANGES); change > 0; change--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        boolean anywhere = random.nextInt(8) == 0;
        int at = input.length == 0 ? 0 : random.nextInt(input.length);
        int end = Math.min(input.length, at + random.nextInt(LONGEST_PIECE));
        at = anywhere ? at : characterAt(input, at);
        end = anywhere ? end : characterAt(input, end);
        return switch (random.nextInt(anywhere ? 7 : 6)) {
            case 0 -> replaced(input, at, end, new byte[0]);
            case 1 -> spliced(input, at, corpus.get(random.nextInt(corpus.size())));
            case 2 -> replaced(input, end, end, Arrays.copyOfRange(input, at, end));
            case 3 ->
                replaced(
                        input, at, at, pieces.get(random.nextInt(pieces.size())).getBytes(UTF_8));
            case 4 -> Arrays.copyOf(input, at);
            case 5 -> repeated(input, at, end, 2 + random.nextInt(30));
            default -> flipped(input, at);
        };
    }

    /** The beginning of the character at a place, where the input is UTF-8. */
    private static int characterAt(byte[] input, int place) {
        int at = place;
        while (at > 0 && at < input.length && (input[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private byte[] flipped(byte[] input, int at) {
        if (input.length > 0) {
            input[at] = (byte) random.nextInt(256);
        }
        return input;
    }

    private static byte[] replaced(byte[] input, int start, int end, byte[] piece) {
        byte[] both = new byte[start + piece.length + input.length - end];
        System.arraycopy(input, 0, both, 0, start);
        System.arraycopy(piece, 0, both, start, piece.length);
        System.arraycopy(input, end, both, start + piece.length, input.length - end);
        return both;
    }

    private byte[] spliced(byte[] input, int at, byte[] other) {
        int from = other.length == 0 ? 0 : characterAt(other, random.nextInt(other.length));
        return replaced(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] repeated(byte[] input, int start, int end, int times) {
        byte[] piece = Arrays.copyOfRange(input, start, end);
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return replaced(input, end, end, all);
    }
}
