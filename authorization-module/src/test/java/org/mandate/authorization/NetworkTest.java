package org.mandate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "10.1.2.3/8, 10.0.0.0/8",
        "192.168.1.77, 192.168.1.77/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "255.255.255.255/1, 128.0.0.0/1",
        "::ffff:10.0.0.0/104, 10.0.0.0/8",
        "::ffff:10.1.2.3, 10.1.2.3/32",
        "::ffff:a01:203, 10.1.2.3/32",
        "::FFFF:0:0/96, 0.0.0.0/0",
        "::ffff:0:0/95, ::fffe:0:0/95",
        "2001:DB8::1/32, 2001:db8::/32",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
        "2001:0db8:0000:0001:0001:0001:0001:0001, 2001:db8:0:1:1:1:1:1/128",
        "::, ::/128",
        "::/0, ::/0",
        "::1, ::1/128",
        "1::, 1::/128",
        "fe80::1:2:3/65, fe80::/65",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221/128",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0/128",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304/128"
    })
    void readsAndNormalises(String text, String normalised) {
        var network = Network.parse(text).orElseThrow();

        assertThat(network).hasToString(normalised);
        assertThat(Network.parse(normalised)).contains(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/+8",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0",
                "10.0.0.0.0",
                "10.0.0.256",
                "10.0.0.010",
                "10.0.0.0x1",
                " 10.0.0.1",
                "10.0.0.1 ",
                "example.org",
                "localhost",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1::2::3",
                ":::",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "::12345",
                "::g",
                "::/129",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "fe80::1%eth0",
                "[::1]",
                "\u0661.1.1.1",
                "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000"
            })
    void refusesWhatIsNoNetwork(String text) {
        assertThat(Network.parse(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "10.0.0.0/8, 10.2.0.0/16, true",
        "10.2.0.0/16, 10.0.0.0/8, false",
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 203.0.113.9, false",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::/64, 2001:db8:0:1::, false",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
        "10.0.0.0/8, nonsense, false"
    })
    void containsWhatIsInside(String network, String address, boolean inside) {
        assertThat(Network.parse(network).orElseThrow().contains(address)).isEqualTo(inside);
    }
}
