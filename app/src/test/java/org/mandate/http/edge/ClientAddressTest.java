package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.config.MandateSettings;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
    @Test
    void believesNoHeaderWithoutAConfiguredProxy() {
        assertThat(addresses(List.of()).of(request("10.0.0.1", "1.2.3.4"))).contains("10.0.0.1");
    }

    @Test
    void believesNoHeaderOfAStranger() {
        assertThat(addresses(List.of("10.0.0.0/8")).of(request("9.9.9.9", "1.2.3.4")))
                .contains("9.9.9.9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.3.4 | 1.2.3.4",
                "6.6.6.6, 1.2.3.4 | 1.2.3.4",
                "6.6.6.6, 1.2.3.4, 10.0.0.9 | 1.2.3.4",
                "1.2.3.4, garbage | 10.0.0.1",
                "1.2.3.4:5678 | 1.2.3.4",
                "[2001:db8::1]:443 | 2001:db8:0:0:0:0:0:1",
                "::ffff:1.2.3.4 | 1.2.3.4",
                "10.0.0.7, 10.0.0.8 | 10.0.0.7",
                "0.0.0.0/0 | 10.0.0.1",
                "'' | 10.0.0.1"
            })
    void readsFromTheRightUpToTheFirstStranger(String header, String expected) {
        String found =
                addresses(List.of("10.0.0.0/8")).of(request("10.0.0.1", header)).orElseThrow();

        assertThat(found).isIn(expected, expected.replace(":0:0:0:0:0:", "::"));
    }

    @Test
    void refusesASettingThatIsNoNetwork() {
        assertThatThrownBy(() -> addresses(List.of("proxy.example")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("`proxy.example`");
    }

    private static MockHttpServletRequest request(String remote, String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.addHeader("X-Forwarded-For", forwarded);
        return request;
    }

    private static ClientAddress addresses(List<String> proxies) {
        return new ClientAddress(new MandateSettings(
                "http://localhost",
                new MandateSettings.Token(Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofSeconds(5)),
                new MandateSettings.Registration(true),
                new MandateSettings.Embedded(false),
                proxies,
                "",
                "",
                Path.of("key"),
                false));
    }
}
