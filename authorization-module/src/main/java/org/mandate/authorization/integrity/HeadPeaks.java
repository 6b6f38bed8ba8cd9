package org.mandate.authorization.integrity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of the heads of a file the largest, the last, and each that is not followed by a larger one: nodes that share a file may
 * write two heads in the wrong order, and a database that was set back signs sizes again that were signed before.
 */
final class HeadPeaks {

    private static final int MOST = 1000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Deque<TreeHead> passed = new ArrayDeque<>();
    private @Nullable TreeHead largest;
    private @Nullable TreeHead last;

    /** A line that was cut short by a crash is passed over. */
    void take(String line) {
        parsed(line).filter(head -> !Objects.equals(head, last)).ifPresent(this::take);
    }

    private void take(TreeHead head) {
        if (last != null && head.size() <= last.size()) {
            passed.addLast(last);
            if (passed.size() > MOST) {
                passed.removeFirst();
            }
        }
        if (largest == null || head.size() > largest.size()) {
            largest = head;
        }
        last = head;
    }

    private static Optional<TreeHead> parsed(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(line, TreeHead.class));
        } catch (JacksonException cutShort) {
            return Optional.empty();
        }
    }

    List<TreeHead> heads() {
        var heads = new LinkedHashSet<>(passed);
        Optional.ofNullable(largest).ifPresent(heads::add);
        Optional.ofNullable(last).ifPresent(heads::add);
        return List.copyOf(heads);
    }
}
