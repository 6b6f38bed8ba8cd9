package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mandate.console.Prose.Kind;
import org.mandate.console.Prose.Part;

class ProseTest {

    private final Prose prose = new Prose();

    @Test
    void findsCodeAndInstants() {
        assertThat(prose.parts("role `editor` was given until 2026-12-04T18:20:28.139Z, for `a/b`"))
                .extracting(Part::text)
                .containsExactly("role ", "editor", " was given until ", "2026-12-04T18:20:28.139Z", ", for ", "a/b");
        assertThat(prose.parts("until 2026-12-04T18:20Z"))
                .extracting(Part::kind)
                .containsExactly(Kind.WORDS, Kind.INSTANT);
    }

    @Test
    void leavesWhatStandsAsCodeAsItIs() {
        assertThat(prose.parts("`2026-12-04T18:20:28Z`")).extracting(Part::kind).containsExactly(Kind.CODE);
    }

    @Test
    void cutsLongIdsShortAndKeepsThemWhole() {
        Part id = prose.parts("`8c8ce829-2a52-4f6e-ac15-7bd504e7983c`").get(0);

        assertThat(id.text()).isEqualTo("8c8ce829");
        assertThat(id.whole()).isEqualTo("8c8ce829-2a52-4f6e-ac15-7bd504e7983c");
    }
}
