package org.mandate.authorization.audit;

/** What is kept of each record of a block, column by column, to be counted at any edge. */
final class Columns {

    private final byte[] columns;
    private final long from;

    /** @param from the offset of the first record that is still there */
    Columns(byte[] columns, long from) {
        this.columns = columns;
        this.from = from;
    }

    void count(Counting counting) {
        var bytes = new Unpacked(columns);
        var actions = names(bytes);
        long instant = 0;
        for (var offset = 0; offset < Span.BLOCK.size(); offset++) {
            instant += bytes.signed();
            var facets = bytes.integer();
            if (facets == Facets.NO_DECISION) {
                continue;
            }
            var action = actions[bytes.integer() - 1];
            if (offset < from || !counting.times().hold(instant)) {
                continue;
            }
            if (counting.by() == StatisticsBy.ACTION) {
                counting.add(instant, action, 1);
            } else {
                for (var key : counting.by().keys(facets)) {
                    counting.add(instant, key, 1);
                }
            }
        }
    }

    void countSubjects(Counting counting, byte[] subjects) {
        var bytes = new Unpacked(columns);
        names(bytes);
        var values = new Unpacked(subjects);
        var known = names(values);
        long instant = 0;
        for (var offset = 0; offset < Span.BLOCK.size(); offset++) {
            instant += bytes.signed();
            if (bytes.integer() != Facets.NO_DECISION) {
                bytes.integer();
            }
            var subject = values.integer();
            if (subject > 0 && offset >= from) {
                counting.add(instant, known[subject - 1], 1);
            }
        }
    }

    private static String[] names(Unpacked bytes) {
        var names = new String[bytes.integer()];
        for (var i = 0; i < names.length; i++) {
            names[i] = Names.read(bytes);
        }
        return names;
    }
}
