package org.mandate.authorization.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;

/**
 * The ids of one type of subjects that are in a stretch. Users are compared by the bits of their ids, whose order is that of
 * their texts: the texts are made only for those that are in it.
 */
final class SubjectStretch {

    private static final Comparator<Handle> BITS = (one, other) -> {
        int high = Long.compareUnsigned(one.high(), other.high());
        return high != 0 ? high : Long.compareUnsigned(one.low(), other.low());
    };

    private final Stretch stretch;
    private final String type;
    private final SubjectTable subjects;
    private final Predicate<SubjectId> stands;
    private final Optional<Handle> after;
    private final Smallest<Handle> users;
    private final Smallest<String> others;

    SubjectStretch(Stretch stretch, String type, SubjectTable subjects, Predicate<SubjectId> stands) {
        this.stretch = stretch;
        this.type = type;
        this.subjects = subjects;
        this.stands = stands;
        this.after = stretch.after()
                .filter(UuidText::canonical)
                .map(id -> new Handle(false, UuidText.high(id), UuidText.low(id)));
        this.users = new Smallest<>(stretch.most(), BITS);
        this.others = new Smallest<>(stretch.most(), Comparator.naturalOrder());
    }

    void offer(long[] history) {
        Handle handle = SubjectHistory.handle(history);
        if (handle.named()) {
            offer(subjects.subject(handle));
        } else if (type.equals(SubjectId.USER) && follows(handle)) {
            users.offer(handle, user -> stands.test(subjects.subject(user)));
        }
    }

    private void offer(SubjectId subject) {
        if (subject.type().equals(type) && stretch.follows(subject.id())) {
            others.offer(subject.id(), id -> stands.test(subject));
        }
    }

    private boolean follows(Handle user) {
        if (after.isPresent()) {
            return BITS.compare(user, after.get()) > 0;
        }
        return stretch.after().isEmpty() || stretch.follows(text(user));
    }

    List<String> ids() {
        return stretch.of(Stream.concat(users.all().stream().map(SubjectStretch::text), others.all().stream()));
    }

    private static String text(Handle user) {
        return new UUID(user.high(), user.low()).toString();
    }
}
