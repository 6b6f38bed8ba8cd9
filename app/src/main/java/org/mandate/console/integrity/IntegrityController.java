package org.mandate.console.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.FindGaps;
import org.mandate.authorization.audit.GapPage;
import org.mandate.authorization.integrity.FindJournalKeys;
import org.mandate.authorization.integrity.FindTreeHead;
import org.mandate.authorization.integrity.FindVerification;
import org.mandate.authorization.integrity.FindVerifications;
import org.mandate.authorization.integrity.JournalKey;
import org.mandate.authorization.integrity.KeptVerification;
import org.mandate.authorization.integrity.TreeHead;
import org.mandate.authorization.integrity.Verification;
import org.mandate.authorization.integrity.VerifyJournal;
import org.mandate.console.KnownNames;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.FindVitals;
import org.mandate.oversight.Names;
import org.mandate.oversight.Vitals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The signed head and its keys, and a walk through the whole journal. */
@Controller
@RequestMapping("/console/integrity")
class IntegrityController {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private static final int WALKS = 10;
    private static final int GAPS = 20;

    private final Gateway gateway;
    private final KnownNames known;

    IntegrityController(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    @GetMapping
    String page(
            @RequestParam Optional<String> verification,
            @RequestParam Optional<Long> gaps,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Caller caller,
            Model model) {
        model.addAttribute(
                "walk",
                verification
                        .flatMap(id -> gateway.ask(
                                new FindVerification(id), ResponseTypes.optionalInstanceOf(Verification.class), caller))
                        .orElse(null));
        if (fragment) {
            return "console/integrity/integrity :: walk";
        }
        model.addAttribute("head", head(caller).orElse(null));
        model.addAttribute("kept", kept(caller));
        GapPage found = gateway.ask(new FindGaps(GAPS, gaps), ResponseTypes.instanceOf(GapPage.class), caller);
        model.addAttribute("gaps", found.items());
        model.addAttribute("newer", gaps.isPresent() ? "/console/integrity#gaps" : "");
        model.addAttribute(
                "older",
                Link.to("/console/integrity").further("gaps", found.next().map(String::valueOf)));
        model.addAttribute("keys", keys(caller).stream().map(KeyRow::of).toList());
        model.addAttribute(
                "mode",
                gateway.ask(new FindVitals(), ResponseTypes.instanceOf(Vitals.class), caller)
                        .mode());
        return "console/integrity/integrity";
    }

    /** The newest head as a file to keep: the same that an API client gets. */
    @GetMapping("/head.json")
    ResponseEntity<TreeHead> keep(Caller caller) {
        TreeHead newest = head(caller)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "no head of the tree has been signed yet")
                        .found());
        return attached("head.json", MediaType.APPLICATION_JSON).body(newest);
    }

    /** All public keys in one file, as the verifier reads it. */
    @GetMapping("/keys.pem")
    ResponseEntity<byte[]> pem(Caller caller) {
        String all = keys(caller).stream().map(JournalKey::pem).collect(Collectors.joining());
        return attached("keys.pem", PEM).body(all.getBytes(StandardCharsets.US_ASCII));
    }

    private static ResponseEntity.BodyBuilder attached(String file, MediaType type) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .contentType(type);
    }

    /** A walk that is over, as a row. */
    record WalkRow(KeptVerification walk, String by, String name) {}

    private List<WalkRow> kept(Caller caller) {
        List<KeptVerification> walks = gateway.ask(
                new FindVerifications(WALKS), ResponseTypes.multipleInstancesOf(KeptVerification.class), caller);
        Names names = known.of(walks.stream().map(KeptVerification::by).toList(), caller);
        return walks.stream()
                .map(walk ->
                        new WalkRow(walk, walk.by().equals(MessageOrigin.SYSTEM) ? "" : walk.by(), names.of(walk.by())))
                .toList();
    }

    private Optional<TreeHead> head(Caller caller) {
        return gateway.ask(new FindTreeHead(), ResponseTypes.optionalInstanceOf(TreeHead.class), caller);
    }

    private List<JournalKey> keys(Caller caller) {
        return gateway.ask(new FindJournalKeys(), ResponseTypes.multipleInstancesOf(JournalKey.class), caller);
    }

    @PostMapping("/verify")
    String verify(Caller caller) {
        Verification walk =
                gateway.ask(new VerifyJournal(PATIENCE), ResponseTypes.instanceOf(Verification.class), caller);
        return "redirect:" + Link.to("/console/integrity").with("verification", Optional.of(walk.id()));
    }

    /** A key as a row of the list. */
    record KeyRow(JournalKey key, String publicKey) {

        static KeyRow of(JournalKey key) {
            return new KeyRow(key, Base64.getEncoder().encodeToString(key.publicKey()));
        }
    }
}
