package org.mandate.http.edge;

import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The edge alone, over a real port, with controllers that only show what reaches them. */
@SpringBootTest(
        classes = {EdgeApp.class, Probe.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles(Probe.PROFILE)
abstract class EdgeContract {

    static final String JSON = "application/json";
    static final String WHOLE = "{\"name\":\"a\",\"count\":1,\"tags\":[]}";

    @LocalServerPort
    int port;

    @AfterEach
    void sessionsLiveAgain() {
        EdgeApp.ENDED.clear();
    }

    static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }
}
