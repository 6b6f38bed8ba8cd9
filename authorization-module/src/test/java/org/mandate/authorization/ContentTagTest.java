package org.mandate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentTagTest {

    @Test
    void isTheSameForTheSameTexts() {
        assertThat(ContentTag.of(List.of("a"), List.of("b", "c")))
                .isEqualTo(ContentTag.of(List.of("a"), List.of("b", "c")));
    }

    @Test
    void isAnotherWhereverATextMovesOrEndsElsewhere() {
        assertThat(List.of(
                        ContentTag.of(List.of("ab"), List.of()),
                        ContentTag.of(List.of("a", "b"), List.of()),
                        ContentTag.of(List.of("a"), List.of("b")),
                        ContentTag.of(List.of(), List.of("ab")),
                        ContentTag.of(List.of("ab")),
                        ContentTag.of(List.of("ab", ""), List.of()),
                        ContentTag.of(List.of("ba"), List.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void isShortAndNeedsNoQuotingAnywhere() {
        assertThat(ContentTag.of(List.of("anything"))).matches("[A-Za-z0-9_-]{24}");
    }
}
