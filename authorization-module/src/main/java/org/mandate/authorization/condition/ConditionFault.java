package org.mandate.authorization.condition;

/** Why a text is no condition, and where: {@code line} counts from 1, {@code column} from 1. */
public class ConditionFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    ConditionFault(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
