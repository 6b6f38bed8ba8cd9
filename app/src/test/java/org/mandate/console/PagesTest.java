package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page, in both themes, wide and narrow: without a fault of accessibility, overflow, or a word on the script console. */
class PagesTest {

    private record Place(String name, String visitor, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Place> PLACES = List.of(
            new Place("overview", "admin", "/console"),
            new Place("me", "alice", "/console/me"),
            new Place("refused", "alice", "/console/decisions"),
            new Place("unknown", "admin", "/console/nowhere"));

    static Stream<Place> places() {
        return PLACES.stream();
    }

    @ParameterizedTest
    @FieldSource("PLACES")
    void isInOrderInBothThemesWideAndNarrow(Place place) {
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {Visit.WIDE, Visit.NARROW}) {
                try (Visit visit = Visit.of(place.visitor(), width, theme)) {
                    visit.open(place.path());
                    visit.photograph(picture(place, theme, width));
                    visit.isInOrder(place.name() + " " + theme + " " + width);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void isReadWithoutScripts(Place place) {
        try (Visit visit = Visit.withoutScripts(place.visitor())) {
            visit.open(place.path());
            assertThat(visit.page().locator("h1").textContent()).isNotBlank();
        }
    }

    private static Path picture(Place place, ColorScheme theme, int width) {
        boolean forTheDocuments =
                Boolean.getBoolean("mandate.writeDocs") && theme == ColorScheme.LIGHT && width == Visit.WIDE;
        String name = place.name() + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width + ".png";
        return forTheDocuments
                ? Path.of("..", "docs", "console", place.name() + ".png")
                : Path.of("target", "console", name);
    }
}
