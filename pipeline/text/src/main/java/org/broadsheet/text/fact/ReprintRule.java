package org.broadsheet.text.fact;

/**
 * Whether one mention of a claim is a reprint of another: {@code 迎泽区设立了795个检测采样点} in 山西日报 two days after
 * 太原晚报 had it. The two are enough to tell.
 */
final class ReprintRule {
    /** Days after which the same words are news again. */
    static final int DAYS = 30;

    private ReprintRule() {}

    /** Whether the later is a reprint of the earlier. */
    static boolean isReprint(Report.Words later, Report.Words earlier) {
        long days = (long) later.published() - earlier.published();
        return !later.dayStated()
                && days >= 1
                && days <= DAYS
                && !placesConflict(later, earlier)
                && !later.reporter().equals(earlier.reporter())
                && later.signature().isSimilarTo(earlier.signature());
    }

    /** Whether of two mentions one may be a reprint of the other, whichever is the later, by what costs least to ask. */
    static boolean mayBeReprint(int published, Signature signature, int otherPublished, Signature other) {
        int days = Math.abs(published - otherPublished);
        return days >= 1 && days <= DAYS && signature.isSimilarTo(other);
    }

    /**
     * 桃园街道 and 河口镇; not 桃园街道 and 二社区 of it as 桃园街道二社区, and not 桃园街道 and the whole region, unless the words name
     * another place that nobody knows.
     */
    static boolean placesConflict(Report.Words later, Report.Words earlier) {
        String one = later.place();
        String other = earlier.place();
        if (!one.contains(other) && !other.contains(one)) {
            return true;
        }
        boolean same = one.equals(other) && !one.isEmpty();
        return !same && later.signature().namesAnotherPlace(earlier.signature());
    }
}
