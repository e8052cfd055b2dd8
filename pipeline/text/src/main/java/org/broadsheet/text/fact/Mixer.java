package org.broadsheet.text.fact;

/** Spreads numbers over 64 bits, always alike: neighbours as 797 and 798 come to lie far apart. */
final class Mixer {
    private Mixer() {}

    /** One number (the finisher of SplitMix64). */
    static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Some bytes. */
    static long mix(byte[] bytes) {
        long mixed = bytes.length;
        for (byte one : bytes) {
            mixed = mix(mixed + one);
        }
        return mixed;
    }
}
