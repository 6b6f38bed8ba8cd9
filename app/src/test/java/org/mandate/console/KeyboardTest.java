package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages by keyboard alone, and times as their readers read them. */
class KeyboardTest {

    private static final int STEPS = 60;
    private static final double WITHIN_A_LINE = 60;

    @Test
    void theFirstStopSkipsToTheContent() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/changes");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
            assertThat(page.locator(".skip").boundingBox().x).isNotNegative();

            page.keyboard().press("Enter");

            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("subject");
        }
    }

    @Test
    void everyStopIsSeenAndTheyComeInTheOrderOfThePage() {
        try (Visit visit = Visit.of("admin")) {
            visit.open(People.named("/console/users/{nils}"));
            List<String> unseen = new ArrayList<>();
            double last = Double.NEGATIVE_INFINITY;
            Stop stop = next(visit.page());
            for (int n = 0; n < STEPS && !stop.body(); n++) {
                if (!stop.seen()) {
                    unseen.add(stop.name());
                }
                if (stop.main()) {
                    assertThat(stop.top()).as(stop.name()).isGreaterThan(last - WITHIN_A_LINE);
                    last = stop.top();
                }
                stop = next(visit.page());
            }
            assertThat(unseen).isEmpty();
        }
    }

    private static Stop next(Page page) {
        page.keyboard().press("Tab");
        return Stop.of(page.evaluate("""
                () => {
                  const now = document.activeElement;
                  const box = now.getBoundingClientRect();
                  const style = getComputedStyle(now);
                  return {
                    name: now.outerHTML.slice(0, 80), main: now.closest('main') !== null, body: now === document.body,
                    // Within a field for a time the browser marks the part that is typed into.
                    seen: (style.outlineStyle !== 'none' || now.type === 'datetime-local') && box.width > 0 && box.height > 0, top: box.top + scrollY
                  };
                }
                """));
    }

    @Test
    void timesAreLocalWithUtcOnHover() {
        try (Visit visit = Visit.of("erin")) {
            visit.open("/console/changes");
            var time = visit.page().locator("main time").first();

            assertThat(time.getAttribute("title")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC");
            assertThat(time.textContent()).doesNotContain("UTC");
            String utc = time.getAttribute("title").substring(11, 13);
            assertThat(time.textContent()).doesNotContain(" " + utc + ":");
        }
    }

    @Test
    void theMenuOpensAndClosesByKeyboardWhereThereIsLittleRoom() {
        try (Visit visit = Visit.of("erin", Visit.NARROW, ColorScheme.DARK)) {
            Page page = visit.page();
            visit.open("/console/changes");
            assertThat(page.locator(".menu").isVisible()).isFalse();
            page.locator("#menu-open").focus();
            page.keyboard().press("Space");
            assertThat(page.locator(".menu").isVisible()).isTrue();
            visit.isInOrder("the open menu");

            page.keyboard().press("Escape");

            assertThat(page.locator(".menu").isVisible()).isFalse();
        }
    }

    /** Where the keyboard is. */
    private record Stop(String name, boolean main, boolean body, boolean seen, double top) {

        static Stop of(Object found) {
            if (!(found instanceof java.util.Map<?, ?> values)) {
                throw new IllegalStateException("nothing is said of the element");
            }
            return new Stop(
                    String.valueOf(values.get("name")),
                    Boolean.TRUE.equals(values.get("main")),
                    Boolean.TRUE.equals(values.get("body")),
                    Boolean.TRUE.equals(values.get("seen")),
                    values.get("top") instanceof Number top ? top.doubleValue() : 0);
        }
    }
}
