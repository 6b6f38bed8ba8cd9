package org.mandate.http.problem;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages that the {@code type} of a problem leads to. */
@Hidden
@RestController
class ProblemPages {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body><h1>%1$s</h1><p>Status %2$d. %3$s</p></body>
            </html>
            """;

    @GetMapping(path = "/problems/{slug}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> explain(@PathVariable String slug) {
        ProblemKind kind = ProblemKind.ofSlug(slug)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no such kind of problem")
                        .found());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)))
                .body(PAGE.formatted(kind.title(), kind.status(), kind.explanation()));
    }
}
