package org.mandate.console;

import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the links of lists and filters: what is empty stays out, what is given is encoded. */
public final class Link {

    private final UriComponentsBuilder link;

    private Link(String path) {
        this.link = UriComponentsBuilder.fromPath(WayBack.encoded(path).replace("?", "%3F"));
    }

    /** A link to this page of the console. */
    public static Link to(String path) {
        return new Link(path);
    }

    /** With this in its query, where there is a value. */
    public Link with(String name, Optional<?> value) {
        value.map(Object::toString)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> link.queryParam(name, encoded(text)));
        return this;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The same with another parameter where there is a further page; empty where there is none. */
    public String further(String name, Optional<String> cursor) {
        return cursor.map(place -> with(name, Optional.of(place)).toString()).orElse("");
    }

    @Override
    public String toString() {
        return link.build(true).toUriString();
    }
}
