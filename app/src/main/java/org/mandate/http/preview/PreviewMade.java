package org.mandate.http.preview;

import org.mandate.authorization.simulation.Preview.Effect;

/** The command of this request was looked at, so whatever the controller would answer to it is beside the point. */
final class PreviewMade extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Effect effect;

    PreviewMade(Effect effect) {
        super("the command was looked at, not handled", null, false, false);
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }
}
