package org.mandate.enforcement;

import java.util.List;

/** The way to find out what a command would do. */
public interface Previews {

    /**
     * Have a command guarded and handled as {@link Gateway#send} would, and everything that it wrote undone.
     * @return the events that it would have appended to the history
     * @throws AccessRefused when the enforcement point refused it
     */
    List<Object> rehearse(Object command, Caller caller);
}
