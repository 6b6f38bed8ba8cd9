package org.mandate.authorization.decision;

import java.util.List;

/** Whether a requirement is met, and why. */
record Verdict(boolean met, List<Reason> reasons) {

    static Verdict met(List<Reason> reasons) {
        return new Verdict(true, reasons);
    }

    static Verdict unmet(Reason.Kind kind, String name, String detail) {
        return new Verdict(false, List.of(new Reason(kind, name, detail)));
    }
}
