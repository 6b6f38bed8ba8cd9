package org.mandate.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.Requirement;
import org.mandate.identity.UserId;

/** The words that a line of the enforcement table is written in. A line that says nothing lets nobody in. */
final class RowBuilder<M> {

    private final Class<M> message;
    private final List<Row.Case<M>> cases = new ArrayList<>();
    private final List<Row.Also<M>> also = new ArrayList<>();
    private final List<Row.Narrowing<M>> narrowings = new ArrayList<>();
    private Row.Access access = Row.Access.NOBODY;
    private String action;
    private String type;
    private Function<M, String> id = m -> "";
    private Optional<Requirement> needs = Optional.empty();
    private Optional<BiPredicate<M, Situation>> hiddenWhen = Optional.empty();
    private Optional<Row.Delegation<M>> delegation = Optional.empty();
    private Optional<Row.Giving<M>> giving = Optional.empty();
    private Optional<Row.Lifting<M>> lifting = Optional.empty();
    private boolean quiet;

    private RowBuilder(Class<M> message) {
        this.message = message;
        this.action = message.getSimpleName();
        this.type = "message";
    }

    static <M> RowBuilder<M> on(Class<M> message) {
        return new RowBuilder<>(message);
    }

    RowBuilder<M> anyone() {
        return anyoneWhile(true);
    }

    RowBuilder<M> anyoneWhile(boolean open) {
        access = open ? Row.Access.ANYONE : Row.Access.NOBODY;
        return this;
    }

    RowBuilder<M> does(String name, String resourceType) {
        return does(name, resourceType, m -> "");
    }

    RowBuilder<M> does(String name, String resourceType, Function<M, String> resourceId) {
        action = name;
        type = resourceType;
        id = resourceId;
        return this;
    }

    RowBuilder<M> needs(Requirement... requirements) {
        access = Row.Access.GUARDED;
        needs = Optional.of(Row.all(List.of(requirements)));
        return this;
    }

    /** The user whom the message is about needs no more than this. */
    RowBuilder<M> oneself(Function<M, UserId> user, Requirement... requirements) {
        return suffices("oneself", (m, situation) -> situation.isCaller(user.apply(m)), requirements);
    }

    /** Where the condition holds, this takes the place of what the line needs otherwise. */
    RowBuilder<M> suffices(String who, BiPredicate<M, Situation> when, Requirement... requirements) {
        access = Row.Access.GUARDED;
        cases.add(new Row.Case<>(who, when, Row.all(List.of(requirements))));
        return this;
    }

    RowBuilder<M> alsoWhen(String when, BiPredicate<M, Situation> applies, Requirement requirement) {
        also.add(new Row.Also<>(when, applies, requirement));
        return this;
    }

    /** Beside what the line needs: to be an administrator, or to hold the permission and all that would be passed on. */
    RowBuilder<M> delegated(String permission, String within, Function<M, Requirement> limits) {
        delegation = Optional.of(new Row.Delegation<>(permission, within, limits));
        return this;
    }

    /** Whatever lets one in must last as long, and hold from as far, as what the message gives. */
    RowBuilder<M> gives(String what, Function<M, Optional<Terms>> terms) {
        giving = Optional.of(new Row.Giving<>(what, terms));
        return this;
    }

    /** Whoever sends it must be allowed what it takes a denial off. */
    RowBuilder<M> lifts(String what, Function<M, Requirement> needed) {
        lifting = Optional.of(new Row.Lifting<>(what, needed));
        return this;
    }

    RowBuilder<M> narrowed(String what, BiFunction<M, Situation, M> cut) {
        narrowings.add(new Row.Narrowing<>(what, cut));
        return this;
    }

    /** A refusal reads like the absence of the resource where the condition holds. */
    RowBuilder<M> hiddenWhen(BiPredicate<M, Situation> condition) {
        hiddenWhen = Optional.of(condition);
        return this;
    }

    RowBuilder<M> recordedByItsHandler() {
        quiet = true;
        return this;
    }

    Row<M> build() {
        return new Row<>(
                message,
                access,
                action,
                type,
                id,
                needs,
                List.copyOf(cases),
                List.copyOf(also),
                delegation,
                giving,
                lifting,
                List.copyOf(narrowings),
                hiddenWhen,
                quiet);
    }
}
