package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandate.enforcement.Caller;
import org.mandate.http.json.Form;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a controller sees and does. Behind a profile, so that no other test finds it in its scan. */
@RestController
@Profile(Probe.PROFILE)
class Probe {

    static final String PROFILE = "probe";

    /** How often something was done that needs no body. */
    static final AtomicInteger BARE = new AtomicInteger();

    @GetMapping(path = "/probe", produces = MediaType.APPLICATION_JSON_VALUE)
    List<String> who(
            Caller caller,
            @RequestParam(defaultValue = "1") int limit,
            @RequestParam Optional<Long> at,
            @RequestParam Optional<Boolean> on) {
        return List.of(caller.toString(), caller.channel().name());
    }

    @PostMapping(path = "/probe", consumes = MediaType.APPLICATION_JSON_VALUE)
    Body read(@RequestBody Body body) {
        return body;
    }

    @PostMapping("/echo")
    Body echo(@RequestBody Body body) {
        return body;
    }

    @PostMapping("/bare/{id}")
    List<Integer> bare(@PathVariable String id) {
        return List.of(BARE.incrementAndGet());
    }

    @DeleteMapping("/bare/{id}")
    ResponseEntity<Void> drop(@PathVariable String id) {
        BARE.incrementAndGet();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/admin/import")
    List<Long> drain(HttpServletRequest request) throws IOException {
        return List.of(request.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    @GetMapping("/silent")
    ResponseEntity<Void> nothingSaid() {
        return ResponseEntity.notFound().build();
    }

    @PatchMapping("/probe")
    Body patch(@RequestBody Body body) {
        return body;
    }

    @GetMapping("/fails")
    String fail() {
        throw new IllegalStateException("secret");
    }

    @PostMapping(path = "/auth/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Form login(Form form) {
        return form;
    }

    record Body(
            String name,
            int count,
            List<String> tags,
            Optional<Boolean> on,
            Optional<Instant> at,
            Optional<Inner> inner) {}

    record Inner(String id) {}
}
