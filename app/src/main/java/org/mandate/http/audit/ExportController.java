package org.mandate.http.audit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.DecisionExport;
import org.mandate.authorization.audit.ExportDecisions;
import org.mandate.authorization.integrity.ExportLines;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The decision log as a whole, written as it is read: a reader that is slow slows its own export down and nothing else.
 * Few can run at a time.
 */
@RestController
class ExportController {

    private static final int AT_ONCE = 4;
    private static final int BUFFER = 64 * 1024;
    private static final String LINES = ExportType.LINES.toString();
    private static final String CSV = ExportType.CSV.toString();

    private final Gateway gateway;
    private final ExportLines lines;
    private final JsonMapper mapper;
    private final Semaphore running = new Semaphore(AT_ONCE);

    ExportController(Gateway gateway, ExportLines lines, JsonMapper mapper) {
        this.gateway = gateway;
        this.lines = lines;
        this.mapper = mapper;
    }

    @GetMapping("/audit/decisions/export")
    void export(
            @ModelAttribute RecordFilters filters,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        export(filters, type(request), caller, response);
    }

    /** The same for the console, whose visitors have a cookie in place of a token; the form stands in the link. */
    @Hidden
    @GetMapping("/console/decisions/export")
    void download(
            @ModelAttribute RecordFilters filters,
            @RequestParam(defaultValue = "csv") String format,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        boolean asLines = format.equals("ndjson");
        if (!asLines && !format.equals("csv")) {
            throw Problem.invalid("format", "must be `csv` or `ndjson`").found();
        }
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"decisions." + (asLines ? "ndjson" : "csv") + "\"");
        export(filters, MediaType.parseMediaType(asLines ? LINES : CSV + ";header=present"), caller, response);
    }

    private void export(RecordFilters filters, MediaType type, Caller caller, HttpServletResponse response)
            throws IOException {
        if (!running.tryAcquire()) {
            throw Problem.of(
                            ProblemKind.TOO_MANY_REQUESTS,
                            AT_ONCE + " exports are running, which is as many as may; come again when one has ended")
                    .retryAfter(30)
                    .found();
        }
        try {
            DecisionExport export = gateway.ask(
                    new ExportDecisions(filters.filters()), ResponseTypes.instanceOf(DecisionExport.class), caller);
            write(export, form(type, export), response);
        } finally {
            running.release();
        }
    }

    private static void write(DecisionExport export, Form form, HttpServletResponse response) throws IOException {
        response.setContentType(form.type());
        var out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        form.writer().begin(out);
        for (var next = export.next(); next.isPresent(); next = export.next()) {
            form.writer().write(next.get(), out);
        }
        out.flush();
    }

    private record Form(String type, RecordWriter writer) {}

    private Form form(MediaType type, DecisionExport export) {
        if (type.getSubtype().equals("csv")) {
            var named = "present".equals(type.getParameter("header"));
            return new Form(CSV + ";charset=UTF-8", new CommaSeparated(mapper, named));
        }
        // A tree that was altered covers nothing more: the export then comes without a proof, and the verifier says so.
        var proved =
                export.isWhole() ? lines.whole(export.first(), export.last()) : Optional.<ExportLines.Lines>empty();
        return new Form(LINES, new JsonLines(proved.orElseGet(lines::chosen)));
    }

    /** JSON lines, unless CSV is what the caller would rather have. */
    private static MediaType type(HttpServletRequest request) {
        var accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return ExportType.wanted(accepted)
                .orElseThrow(
                        () -> Problem.of(ProblemKind.NOT_ACCEPTABLE, "an export is `" + LINES + "` or `" + CSV + "`")
                                .found());
    }
}
