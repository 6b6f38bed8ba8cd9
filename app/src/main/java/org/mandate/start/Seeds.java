package org.mandate.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueReader;

/** The catalogues that come with the product. */
final class Seeds {

    private Seeds() {}

    static Catalogue read(String resource) {
        try (InputStream document = Seeds.class.getResourceAsStream(resource)) {
            if (document == null) {
                throw new IllegalStateException("the seeds `" + resource + "` are not on the classpath");
            }
            return CatalogueReader.json(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
