package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidTextTest {

    @Test
    void readsWhatIsCanonical() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());

            assertThat(UuidText.canonical(id.toString())).isTrue();
            assertThat(new UUID(UuidText.high(id.toString()), UuidText.low(id.toString())))
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "6F1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0",
                "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b",
                "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b00",
                "6f1d2c3b00a49-4e58-9b67-d5c4e3f2a1b0",
                "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1bg",
                "-f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0",
                "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b/",
                "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b\u0660",
                "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b\u0130",
                "+f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0",
                "6f1d2c3b-0a49-4e58-9b67\u20110d5c4e3f2a1b0"
            })
    void leavesEverythingElse(String text) {
        assertThat(UuidText.canonical(text)).isFalse();
    }

    @Test
    void leavesEveryOtherCharacterInEveryPlace() {
        String canonical = "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0";
        for (int at = 0; at < canonical.length(); at++) {
            for (char c = 0; c < 1_000; c++) {
                String text = canonical.substring(0, at) + c + canonical.substring(at + 1);
                boolean dash = canonical.charAt(at) == '-';

                assertThat(UuidText.canonical(text)).isEqualTo(dash ? c == '-' : "0123456789abcdef".indexOf(c) >= 0);
            }
        }
    }
}
