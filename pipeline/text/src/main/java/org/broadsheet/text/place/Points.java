package org.broadsheet.text.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where divisions lie on a map: 迎泽区 at 112.657° E, 37.865° N. A point inside the outline, of the package that
 * {@code src/gazetteer/README.md} names. Immutable, thread-safe.
 */
public final class Points {
    private final Map<Integer, Point> points;

    private Points(Map<Integer, Point> points) {
        this.points = points;
    }

    /** Degrees east and north (WGS84), to three decimals: some hundred metres. */
    public record Point(double longitude, double latitude) {}

    /** The points of all divisions that have an outline of their own. */
    public static Points load() {
        Map<Integer, Point> points = new HashMap<>(8192);
        for (String[] row : GazetteerFiles.rows("points.tsv.gz")) {
            points.put(Integer.parseInt(row[0]), new Point(Double.parseDouble(row[1]), Double.parseDouble(row[2])));
        }
        return new Points(points);
    }

    /**
     * The point of a division, or of the next one above that has an outline (a zone lies in its county); empty for the
     * country, for what is abroad and for a code that is no division.
     */
    public Optional<Point> of(int code, Gazetteer gazetteer) {
        Optional<Region> region = gazetteer.region(code);
        while (region.isPresent()) {
            Point point = points.get(region.get().code());
            if (point != null) {
                return Optional.of(point);
            }
            region = gazetteer.parent(region.get().code());
        }
        return Optional.empty();
    }
}
