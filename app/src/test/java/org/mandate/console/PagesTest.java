package org.mandate.console;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each page, in both themes, wide and narrow: without a fault of accessibility, overflow, or a word on the script console.
 * Before all else, so that its pictures show the demonstration and nothing that other tests have done.
 */
@Order(1)
class PagesTest {

    private record Place(String name, String visitor, String path) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String STRANGER = "";

    static final List<Place> PLACES = List.of(
            new Place("sign-in", STRANGER, "/console/login"),
            new Place("overview", "admin", "/console"),
            new Place("users", "admin", "/console/users"),
            new Place("user", "admin", "/console/users/{nils}"),
            new Place("user-long-name", "admin", "/console/users/{maximiliane-von-hohenstein-oberursel}"),
            new Place("user-new", "admin", "/console/users?new"),
            new Place("user-erase", "admin", "/console/users/{ivan}/erase"),
            new Place("user-erase-long", "admin", "/console/users/{maximiliane-von-hohenstein-oberursel}/erase"),
            new Place(
                    "user-deactivate-long",
                    "admin",
                    "/console/users/{maximiliane-von-hohenstein-oberursel}/deactivate"),
            new Place("roles", "admin", "/console/roles"),
            new Place("role", "admin", "/console/roles/editor"),
            new Place("role-edit", "admin", "/console/roles/editor/edit"),
            new Place("policies", "admin", "/console/policies"),
            new Place("policy", "admin", "/console/policies/large-invoices"),
            new Place("policy-edit", "admin", "/console/policies/large-invoices/edit"),
            new Place("user-then", "admin", "/console/users/{trudy}?at=position:40"),
            new Place("decisions", "admin", "/console/decisions?decision=deny"),
            new Place(
                    "ask",
                    "admin",
                    "/console/ask?subject=olga&action=approve&resourceType=invoices&resource=2026-0118"
                            + "&context=%7B%22ip%22%3A%22203.0.113.77%22%7D"),
            new Place("changes", "admin", "/console/changes"),
            new Place("change", "admin", "/console/changes/112"),
            new Place("user-compared", "admin", "/console/users/{nils}?compared=position:0"),
            new Place("user-revoke", "admin", "/console/users/{carol}/roles/editor/revoke"),
            new Place("decisions-none", "admin", "/console/decisions?action=never-asked"),
            new Place("changes-none", "admin", "/console/changes?type=UserErased"),
            new Place("system", "admin", "/console/system"),
            new Place("integrity", "erin", "/console/integrity"),
            new Place("user-as-auditor", "erin", "/console/users/{sven}"),
            new Place("simulate", "admin", "/console/simulate?changes=" + composed()),
            new Place("simulate-none", "admin", "/console/simulate"),
            new Place("me", "alice", "/console/me"),
            new Place("refused", "alice", "/console/users"),
            new Place("unknown", "admin", "/console/nowhere"));

    private static String composed() {
        String changes = """
                [{"remove":{"roles":[{"name":"release-manager","permissions":["releases:deploy"]}]}},
                 {"remove":{"policies":[{"id":"large-invoices"}]}},
                 {"add":{"subjects":[{"type":"user","id":"LENA","roles":["release-manager"]}]}},
                 {"put":{"policies":[{"id":"house-only","effect":"deny","resourceType":"contracts","actions":["sign"],
                   "condition":"!ipIn(context.ip, \\"10.0.0.0/8\\")"}]}}]
                """;
        return URLEncoder.encode(changes, StandardCharsets.UTF_8).replace("LENA", "{lena}");
    }

    private static final Map<String, Visit> VISITS = new HashMap<>();

    @AfterAll
    static void leave() {
        VISITS.values().forEach(Visit::close);
    }

    @ParameterizedTest
    @FieldSource("PLACES")
    void isInOrderInBothThemesWideAndNarrow(Place place) {
        Visit visit = VISITS.computeIfAbsent(place.visitor(), PagesTest::visit);
        visit.show(ColorScheme.LIGHT, Visit.WIDE);
        visit.open(People.named(place.path()));
        visit.photograph(place.name());
        visit.isInOrder(place.name() + " light and wide");
        visit.show(ColorScheme.DARK, Visit.WIDE);
        visit.photograph(place.name() + "-dark");
        visit.isInOrder(place.name() + " dark and wide");
        visit.show(ColorScheme.LIGHT, Visit.NARROW);
        visit.isInOrder(place.name() + " light and narrow");
        visit.show(ColorScheme.DARK, Visit.NARROW);
        visit.photograph(place.name());
        visit.isInOrder(place.name() + " dark and narrow");
    }

    private static Visit visit(String visitor) {
        return visitor.equals(STRANGER) ? Visit.stranger(Visit.WIDE, ColorScheme.LIGHT) : Visit.of(visitor);
    }
}
