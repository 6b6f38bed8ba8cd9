package org.mandate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UserIdTest {

    @Test
    void risesAmongThoseWhoComeInTogether() {
        List<String> ids = Stream.generate(UserId.rising())
                .limit(10_000)
                .map(UserId::value)
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(4);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        });
    }

    @Test
    void beginsAnywhere() {
        assertThat(UserId.rising().get()).isNotEqualTo(UserId.rising().get());
    }
}
