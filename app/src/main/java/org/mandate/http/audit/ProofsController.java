package org.mandate.http.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.integrity.Consistency;
import org.mandate.authorization.integrity.FindConsistency;
import org.mandate.authorization.integrity.FindInclusion;
import org.mandate.authorization.integrity.FindJournalKeys;
import org.mandate.authorization.integrity.FindTreeHead;
import org.mandate.authorization.integrity.Inclusion;
import org.mandate.authorization.integrity.JournalKey;
import org.mandate.authorization.integrity.RotateJournalKeys;
import org.mandate.authorization.integrity.TreeHead;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What auditors need to convince themselves: signed heads, proofs, and the keys to check them with. */
@RestController
@RequestMapping("/audit")
class ProofsController {

    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");

    private final Gateway gateway;

    ProofsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/tree-head")
    TreeHead head(Caller caller) {
        return gateway.ask(new FindTreeHead(), ResponseTypes.optionalInstanceOf(TreeHead.class), caller)
                .orElseThrow(() -> behind("no head of the tree has been signed yet"));
    }

    @GetMapping("/consistency")
    Consistency consistency(@RequestParam long first, @RequestParam long second, Caller caller) {
        return gateway.ask(new FindConsistency(first, second), ResponseTypes.instanceOf(Consistency.class), caller);
    }

    @GetMapping("/decisions/{id}/proof")
    Inclusion.Proof inclusion(@PathVariable String id, Caller caller) {
        Inclusion found = gateway.ask(new FindInclusion(id), ResponseTypes.instanceOf(Inclusion.class), caller);
        if (!found.known()) {
            throw Problem.of(ProblemKind.NOT_FOUND, "there is no record of this id")
                    .found();
        }
        return found.proof().orElseThrow(() -> behind("the tree does not cover this record yet"));
    }

    private static RuntimeException behind(String detail) {
        return Problem.of(ProblemKind.NOT_READY, detail).retryAfter(1).found();
    }

    @GetMapping("/keys")
    Keys keys(Caller caller) {
        return new Keys(published(caller).stream().map(Key::of).toList());
    }

    @GetMapping(path = "/keys/{keyId}.pem", produces = "application/x-pem-file")
    ResponseEntity<byte[]> pem(@PathVariable String keyId, Caller caller) {
        return published(caller).stream()
                .filter(key -> key.keyId().equals(keyId))
                .findFirst()
                .map(key -> ResponseEntity.ok()
                        .contentType(PEM)
                        .body(key.pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no key of this id")
                        .found());
    }

    @PostMapping("/keys/rotate")
    Keys rotate(Caller caller) {
        gateway.send(new RotateJournalKeys(), caller);
        return new Keys(
                gateway
                        .readBack(new FindJournalKeys(), ResponseTypes.multipleInstancesOf(JournalKey.class), caller)
                        .stream()
                        .map(Key::of)
                        .toList());
    }

    private List<JournalKey> published(Caller caller) {
        return gateway.ask(new FindJournalKeys(), ResponseTypes.multipleInstancesOf(JournalKey.class), caller);
    }

    /** All keys that ever signed a head, oldest first. */
    record Keys(List<Key> keys) {}

    /** One of them; the public key is its 32 bytes in base64. */
    record Key(
            String keyId,
            String publicKey,
            Instant from,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> until) {

        static Key of(JournalKey key) {
            return new Key(key.keyId(), Base64.getEncoder().encodeToString(key.publicKey()), key.from(), key.until());
        }
    }
}
