package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the console with a browser. What a page complains of, and whom else it calls, is kept for the test to see. */
final class Visit implements AutoCloseable {

    static final int WIDE = 1280;
    static final int NARROW = 380;

    private static final int HEIGHT = 900;
    private static final int TALLEST = 1300;
    private static final int SHORTER = 100;
    private static final int LARGEST = 200_000;
    private static final String AXE = axe();

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(BrowserContext context, URI base) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(base.toString()) && !request.url().startsWith("data:")) {
                complaints.add("a request to " + request.url());
            }
        });
    }

    static Visit stranger(int width, ColorScheme theme) {
        return stranger(ConsoleServer.base(), width, theme);
    }

    private static Visit stranger(URI base, int width, ColorScheme theme) {
        Browser browser = Chromium.browser();
        return new Visit(
                browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(base.toString())
                        .setColorScheme(theme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setTimezoneId("Europe/Berlin")
                        .setLocale("en-GB")
                        .setViewportSize(width, HEIGHT)),
                base);
    }

    /** The administrator of another server than the one that the tests share. */
    static Visit elsewhere(URI base) {
        Visit visit = stranger(base, WIDE, ColorScheme.LIGHT);
        visit.open("/console/login");
        visit.signIn("admin");
        return visit;
    }

    static Visit withoutScripts(String username) {
        return withoutScripts(ConsoleServer.base(), username);
    }

    static Visit withoutScripts(URI base, String username) {
        Visit visit = new Visit(
                Chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(base.toString())
                                .setJavaScriptEnabled(false)),
                base);
        visit.open("/console/login");
        visit.signIn(username);
        return visit;
    }

    static Visit of(String username) {
        return of(username, WIDE, ColorScheme.LIGHT);
    }

    static Visit of(String username, int width, ColorScheme theme) {
        Visit visit = stranger(width, theme);
        visit.open("/console/login");
        visit.signIn(username);
        return visit;
    }

    void signIn(String username) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(ConsoleServer.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    Page page() {
        return page;
    }

    /** The same page in another theme and at another width. */
    void show(ColorScheme theme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, HEIGHT);
    }

    /** The status that the page came with. */
    int open(String path) {
        Response response = page.navigate(path);
        return response == null ? 0 : response.status();
    }

    /** What axe-core finds wrong, as rule and place. */
    List<String> violations() {
        page.evaluate(AXE);
        Object found = page.evaluate("""
                async () => {
                  const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
                  return result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).slice(0, 3).join(' | '));
                }
                """);
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(found));
    }

    /** By how many pixels the page is wider than the window. */
    int overflow() {
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wide instanceof Number number ? number.intValue() : 0;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void isInOrder(String name) {
        assertThat(violations()).as("accessibility of " + name).isEmpty();
        assertThat(overflow()).as("overflow of " + name).isLessThanOrEqualTo(0);
        assertThat(complaints).as("complaints of " + name).isEmpty();
    }

    /** For the documents what is wide and light; what is narrow or dark for whoever looks after the pages. */
    void photograph(String name) {
        int width = page.viewportSize().width;
        boolean documents = Boolean.getBoolean("mandate.writeDocs") && width == WIDE && !name.endsWith("-dark");
        Path file = documents
                ? Path.of("..", "docs", "console", name + ".png")
                : Path.of("target", "console", name + "-" + width + ".png");
        Object whole = page.evaluate("document.documentElement.scrollHeight");
        int height = Math.min(whole instanceof Number pixels ? pixels.intValue() : HEIGHT, TALLEST);
        // The menu is as high as the window and goes with it: in a picture of a whole page it reaches from top to end.
        page.evaluate("window.scrollTo(0, 0)");
        page.setViewportSize(width, Math.max(HEIGHT, height));
        byte[] picture = picture(width, height);
        while (picture.length > LARGEST && height > HEIGHT) {
            height = Math.max(HEIGHT, height - SHORTER);
            page.setViewportSize(width, height);
            picture = picture(width, height);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] picture(int width, int height) {
        return page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setClip(0, 0, width, height)
                .setType(ScreenshotType.PNG));
    }

    @Override
    public void close() {
        context.close();
    }

    private static String axe() {
        try (InputStream script = Visit.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe-core is not on the classpath");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
