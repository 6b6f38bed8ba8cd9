package org.mandate.http.problem;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem as it leaves: JSON for programs, and under the console's address a page for people. The page needs nothing that
 * runs, so it can be had where a request never came to a controller.
 */
record RenderedProblem(String type, String text) {

    private static final String CONSOLE = "/console";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PAGE = """
            <!doctype html>
            <html lang="en" data-theme="%5$s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>%2$s - Mandate</title>
              <link rel="stylesheet" href="/assets/console.css">
            </head>
            <body>
            <main class="error-page">
              <p class="error-status">%1$d</p>
              <h1>%2$s</h1>
              <p class="lead">%3$s</p>
              <dl class="facts"><div><dt>Request</dt><dd class="mono">%4$s</dd></div></dl>
              %6$s<p class="actions"><a class="btn" href="/console">To the first page</a></p>
            </main>
            </body>
            </html>
            """;

    /** An address that is empty is that of the page itself. */
    private static final String AGAIN = "<p>Try again in a moment: <a href=\"\">the same page</a>.</p>\n  ";

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether what is asked for at this path is a page. */
    static boolean isForPeople(String path) {
        return path.startsWith(CONSOLE);
    }

    static RenderedProblem of(Problem problem, String path, String requestId, String theme) {
        return isForPeople(path)
                ? new RenderedProblem("text/html;charset=UTF-8", page(problem, requestId, theme))
                : new RenderedProblem(
                        ProblemWriter.MEDIA_TYPE, JSON.writeValueAsString(ProblemBody.of(problem, path, requestId)));
    }

    private static String page(Problem problem, String requestId, String theme) {
        ProblemKind kind = problem.kind();
        return PAGE.formatted(
                kind.status(),
                HtmlUtils.htmlEscape(kind.title()),
                HtmlUtils.htmlEscape(sentence(problem.detail())),
                HtmlUtils.htmlEscape(requestId),
                theme,
                kind.passes() ? AGAIN : "");
    }

    private static String sentence(String words) {
        String plain = words.replace("`", "");
        return plain.isEmpty() ? "" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1) + ".";
    }
}
