package org.mandate.console.simulate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mandate.console.FormFaults;
import org.mandate.oversight.Names;
import tools.jackson.databind.node.ArrayNode;

/**
 * The changes of a list, as a page tells them.
 * @param items the first of them
 * @param more how many there are besides
 */
record Composed(List<Item> items, int more) {

    /** As many as one simulation takes. */
    private static final int LISTED = 100;

    private static final int SENTENCES = 12;

    /**
     * One change.
     * @param index its place in the list
     * @param more how many sentences it would take besides
     * @param fault what is wrong with it; empty where nothing is
     */
    record Item(int index, List<Line> lines, int more, String fault) {

        /** The change in one sentence, for the name of a button. */
        public String text() {
            return lines.get(0).text();
        }
    }

    static Composed of(Changes changes, FormFaults faults, Names names) {
        ArrayNode list = changes.list();
        Told told = new Told(names);
        List<Item> items = IntStream.range(0, Math.min(LISTED, list.size()))
                .mapToObj(n -> item(n, told.of(list.get(n)), faults))
                .toList();
        return new Composed(items, list.size() - items.size());
    }

    private static Item item(int index, List<Line> lines, FormFaults faults) {
        List<Line> shown = lines.stream().limit(SENTENCES).toList();
        return new Item(index, shown, lines.size() - shown.size(), faults.at("changes[" + index + "]"));
    }

    /** The ids of the users whom the list names. */
    static Stream<String> users(Changes changes) {
        return changes.list().valueStream().limit(LISTED).flatMap(Told::users);
    }

    /** The whole list in one sentence. */
    Line summary() {
        if (items.isEmpty()) {
            return new Line.Words(Names.NONE).say("Nothing").line();
        }
        int others = items.size() - 1 + more;
        return items.get(0).lines().get(0).and(others == 0 ? "" : ", and " + others + " more");
    }
}
