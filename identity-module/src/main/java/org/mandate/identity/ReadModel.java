package org.mandate.identity;

import java.util.List;

/**
 * A table that follows the history, and how to build it a second time beside the one that is read.
 * @param name what an operator calls it
 * @param table the one that is read
 * @param beside a table of the same columns, empty but while one is built
 * @param columns all of them, the key first
 * @param projection the handlers of events that write the table, writing the one beside
 */
public record ReadModel(String name, String table, String beside, List<String> columns, Object projection) {

    public ReadModel {
        columns = List.copyOf(columns);
    }

    /** The column that tells the rows apart. */
    public String key() {
        return columns.get(0);
    }
}
