package org.mandate.http.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Which of the two forms of an export a caller would rather have (RFC 9110, 12.5.1). */
final class ExportType {

    static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson");
    static final MediaType CSV = MediaType.parseMediaType("text/csv");

    private ExportType() {}

    /** The one wanted more, the first of two wanted alike; empty where neither is, or nobody can tell. */
    static Optional<MediaType> wanted(List<String> accepted) {
        List<MediaType> ranges;
        try {
            ranges = accepted.isEmpty() ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(accepted);
        } catch (InvalidMediaTypeException garbage) {
            return Optional.empty();
        }
        var lines = closest(ranges, LINES);
        var csv = closest(ranges, CSV);
        if (csv.isPresent() && (lines.isEmpty() || before(csv.get(), lines.get(), ranges))) {
            return csv.map(range -> new MediaType(CSV, range.getParameters()));
        }
        return lines.map(range -> LINES);
    }

    /** The range that speaks of the type most exactly, whatever another says; empty where it refuses it. */
    private static Optional<MediaType> closest(List<MediaType> ranges, MediaType type) {
        return ranges.stream()
                .filter(range -> range.includes(type))
                .min(Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype))
                .filter(range -> range.getQualityValue() > 0);
    }

    private static boolean before(MediaType csv, MediaType lines, List<MediaType> ranges) {
        int more = Double.compare(csv.getQualityValue(), lines.getQualityValue());
        return more > 0 || (more == 0 && ranges.indexOf(csv) < ranges.indexOf(lines));
    }
}
