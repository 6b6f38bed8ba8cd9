package org.mandate.authorization.integrity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Verifies an export where nothing of the installation is trusted: it needs the export, the public key and, to notice a log
 * that was cut or exchanged as a whole, a head that was kept elsewhere.
 */
public final class OfflineVerifier {

    /** The word on the command line that asks for it. */
    public static final String NAME = "verify";

    private static final int CLEAN = 0;
    private static final int TAMPERED = 1;
    private static final int USAGE = 2;

    private static final String HELP = """
            usage: verify --export FILE --public-key FILE.pem [--head FILE.json] [--from SEQUENCE]
              --export      the whole journal as `GET /audit/decisions/export` gives it as application/x-ndjson
              --public-key  one or more public keys in PEM, as `GET /audit/keys/{keyId}.pem` gives them
              --head        a head that was kept, as `GET /audit/tree-head` gave it then, or several, one a line
              --from        the first sequence of the export, where retention has taken away what was before
            exit: 0 clean, 1 tampered, 2 it cannot be told""";

    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

    private final PrintStream out;
    private final PrintStream err;

    public OfflineVerifier(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Verify, say what was found, and answer the status to exit with. */
    public int run(List<String> arguments) {
        try {
            var options = options(arguments);
            var export = Path.of(required(options, "--export"));
            var keys = keys(Path.of(required(options, "--public-key")));
            var kept = Optional.ofNullable(options.get("--head"))
                    .map(file -> heads(Path.of(file)))
                    .orElse(new KeptHeads(List.of()));
            var first = Optional.ofNullable(options.get("--from"))
                    .map(OfflineVerifier::sequence)
                    .orElse(1L);
            return verify(export, keys, kept, first);
        } catch (Unusable e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (IOException e) {
            err.println("the export cannot be read: " + e.getMessage());
            return USAGE;
        }
    }

    private int verify(Path export, List<PublicHalf> keys, KeptHeads kept, long first) throws IOException {
        if (!kept.areSignedBy(keys)) {
            out.println("tampered: the kept head was not signed with the public key");
            return TAMPERED;
        }
        var check = new ExportCheck(keys, kept, first);
        try (var in = Files.newInputStream(export)) {
            var threads = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
            var altered = new ExportReader(threads).read(in, check::accept).or(check::end);
            altered.ifPresentOrElse(this::tampered, () -> clean(check, kept, first));
            return altered.isPresent() ? TAMPERED : CLEAN;
        }
    }

    private void tampered(Alteration first) {
        out.println("tampered: first bad record: sequence " + first.sequence()
                + (first.last() > first.sequence() ? " to " + first.last() : "")
                + first.id().map(id -> ", id " + id).orElse("") + ": " + first.fault());
    }

    private void clean(ExportCheck check, KeptHeads kept, long first) {
        out.println("clean: " + check.records() + " records, sequence " + first + " to " + check.last());
        if (first > 1) {
            out.println("not in the export: records 1 to " + (first - 1) + ", of which it proves the hashes alone");
        }
        kept.largest()
                .ifPresentOrElse(
                        head -> keptHead(check, head),
                        () -> out.println(
                                "no head was given: a log that was cut,"
                                        + " rewritten or exchanged as a whole, with a head signed anew for it, cannot be told from the real one"));
    }

    private void keptHead(ExportCheck check, TreeHead head) {
        out.println((check.last() - head.size()) + " records are newer than the kept head of " + head.at()
                + ", which covers " + head.size());
        if (!check.keptMet()) {
            out.println("a kept head ends before the export begins: ask the server for `GET /audit/consistency`");
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            var known = List.of("--export", "--public-key", "--head", "--from").contains(name);
            if (!known || i + 1 == arguments.size() || options.put(name, arguments.get(i + 1)) != null) {
                throw new Unusable(HELP);
            }
        }
        return options;
    }

    private static String required(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new Unusable(HELP);
        }
        return value;
    }

    private static long sequence(String text) {
        try {
            var sequence = Long.parseLong(text);
            if (sequence >= 1) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            throw new Unusable("`--from` takes a sequence of 1 or more, not `" + text + "`");
        }
        throw new Unusable("`--from` takes a sequence of 1 or more, not `" + text + "`");
    }

    private static List<PublicHalf> keys(Path file) {
        var keys = new ArrayList<PublicHalf>();
        var blocks = PEM.matcher(text(file));
        try {
            while (blocks.find()) {
                keys.add(PublicHalf.ofEncoded(Base64.getMimeDecoder().decode(blocks.group(1))));
            }
        } catch (IllegalArgumentException e) {
            throw new Unusable("`" + file + "` has a key that is not a public key of Ed25519");
        }
        if (keys.isEmpty()) {
            throw new Unusable("`" + file + "` has no public key in PEM");
        }
        return keys;
    }

    private static KeptHeads heads(Path file) {
        try {
            return KeptHeads.read(text(file));
        } catch (UnreadableLine e) {
            throw new Unusable("`" + file + "` is not a tree head: " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Unusable("`" + file + "` cannot be read");
        }
    }

    /** What was given cannot be worked with. */
    private static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }
}
