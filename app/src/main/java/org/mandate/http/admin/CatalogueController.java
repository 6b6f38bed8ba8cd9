package org.mandate.http.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueReader;
import org.mandate.authorization.catalogue.CatalogueReading;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.enrolment.ExportCatalogue;
import org.mandate.enrolment.ImportCatalogue;
import org.mandate.enrolment.ImportResult;
import org.mandate.http.answer.Answer;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The whole access model as one document, in and out. */
@RestController
@RequestMapping("/admin")
class CatalogueController {

    private static final int LARGEST_YAML = 256 * 1024 * 1024;

    private static final CatalogueReading NOTHING = new CatalogueReading(Catalogue.EMPTY, List.of());

    private static final ObjectMapper JSON = new JsonMapper();

    // The reader takes one entry after the other out of the document, so what follows an entry is no fault.
    private static final ObjectMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .loadSettings(LoadSettings.builder()
                            .setCodePointLimit(LARGEST_YAML)
                            .setAllowDuplicateKeys(false)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Gateway gateway;

    CatalogueController(Gateway gateway) {
        this.gateway = gateway;
    }

    @PostMapping(path = "/import", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportResult> importJson(
            @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request, Caller caller)
            throws IOException {
        return imported(request, document -> CatalogueReader.examine(JSON, document), dryRun, caller);
    }

    @PostMapping(
            path = "/import",
            consumes = {
                "application/yaml",
                "application/x-yaml",
                "application/vnd.yaml",
                "text/yaml",
                "text/x-yaml",
                "text/vnd.yaml"
            })
    ResponseEntity<ImportResult> importYaml(
            @RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request, Caller caller)
            throws IOException {
        return imported(request, document -> CatalogueReader.examine(YAML, document), dryRun, caller);
    }

    @GetMapping("/export")
    CatalogueDocument export(Caller caller) {
        return CatalogueDocument.of(
                gateway.ask(new ExportCatalogue(), ResponseTypes.instanceOf(Catalogue.class), caller));
    }

    /** A document of that size is read for those alone who may import it; others are refused with it unread. */
    private ResponseEntity<ImportResult> imported(
            HttpServletRequest request, Format format, boolean dryRun, Caller caller) throws IOException {
        boolean admitted = gateway.wouldAdmit(new ImportCatalogue(Catalogue.EMPTY, dryRun), caller);
        try {
            CatalogueReading read = admitted ? format.read(request.getInputStream()) : NOTHING;
            Written<ImportResult> written =
                    gateway.send(new ImportCatalogue(read.catalogue(), read.faults(), dryRun), caller);
            return Answer.ok(written).body(written.result());
        } catch (CatalogueRefused refused) {
            throw faulty(refused);
        }
    }

    private static ProblemFound faulty(CatalogueRefused refused) {
        return Problem.invalid(refused.faults().stream()
                        .map(fault -> new FieldFault(fault.field(), fault.message()))
                        .toList())
                .found();
    }

    /** How a document is read. */
    private interface Format {
        CatalogueReading read(InputStream document);
    }
}
