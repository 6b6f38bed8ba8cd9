package org.mandate.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.TestDatabase;
import org.mandate.identity.user.IdentityWorld;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SigningKeysTest {

    private final IdentityWorld world;

    SigningKeysTest(TestDatabase kind) {
        world = new IdentityWorld(kind);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void makesOneKeyForAllNodesThatStartAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try (var other = new IdentityWorld(world.database)) {
            var barrier = new CyclicBarrier(2);

            var ids = pool.invokeAll(List.of(racing(world, barrier), racing(other, barrier)));

            assertThat(ids.get(0).get()).hasSize(1).isEqualTo(ids.get(1).get());
        } finally {
            pool.shutdown();
        }
    }

    private static Callable<List<String>> racing(IdentityWorld node, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            return published(node);
        };
    }

    @Test
    void makesNoKeyWhereOneExists() {
        var before = published(world);

        try (var restarted = new IdentityWorld(world.database)) {
            assertThat(published(restarted)).isEqualTo(before);
        }
    }

    @Test
    void rotatesWithAnOverlap() {
        var old = published(world).get(0);
        try (var other = new IdentityWorld(world.database)) {
            assertThat(published(other)).containsExactly(old);

            world.send(new RotateSigningKeys());

            assertThat(published(world)).hasSize(2).contains(old);
            assertThat(signing(world)).isEqualTo(old);
            other.clock.advance(Duration.ofSeconds(6));
            assertThat(published(other)).containsExactlyInAnyOrderElementsOf(published(world));
        }

        world.clock.advance(Duration.ofSeconds(11));
        var fresh = signing(world);
        assertThat(fresh).isNotEqualTo(old);
        world.clock.advance(Duration.ofMinutes(10));
        assertThat(published(world)).containsExactlyInAnyOrder(old, fresh);
        world.clock.advance(Duration.ofMinutes(2));
        assertThat(published(world)).containsExactly(fresh);
    }

    @Test
    void rotatesTwiceInARow() {
        published(world);
        world.send(new RotateSigningKeys());
        world.clock.advance(Duration.ofSeconds(1));
        world.send(new RotateSigningKeys());

        assertThat(published(world)).hasSize(3);
        world.clock.advance(Duration.ofMinutes(12));
        assertThat(published(world)).containsExactly(signing(world));
    }

    @Test
    void keepsPrivateHalvesSealed() {
        published(world);

        var stored = world.jdbc()
                .sql("select private_key from identity_signing_key")
                .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .single();
        assertThat(stored).doesNotContain("\"d\"", "\"p\"");
        var wrongKey = new byte[32];
        Arrays.fill(wrongKey, (byte) 7);
        var other = new SigningKeyStore(world.jdbc(), InstallationKey.of(wrongKey), world.bean(Clock.class));
        assertThatThrownBy(other::published)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not open");
    }

    private static List<String> published(IdentityWorld node) {
        return node.bean(TokenKeys.class).published().getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private static String signing(IdentityWorld node) {
        return node.bean(SigningKeys.class).signing().getKeyID();
    }
}
