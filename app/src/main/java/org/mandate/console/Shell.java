package org.mandate.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.PageTheme;
import org.springframework.core.io.ClassPathResource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: the menu of what this visitor may open, who they are, and the theme. */
@ControllerAdvice(basePackages = "org.mandate.console")
public class Shell {

    private final Gateway gateway;
    private final String assets;

    Shell(Gateway gateway) {
        this.gateway = gateway;
        this.assets = fingerprint();
    }

    @ModelAttribute
    void surround(Caller caller, HttpServletRequest request, Model model) {
        frame(caller, request, model);
        model.addAttribute("notice", Notice.of(request.getParameter("done")));
    }

    /** What needs no parameter, for a request whose parameters cannot be read. */
    void frame(Caller caller, HttpServletRequest request, Model model) {
        Optional<Visitor> visitor = Visitor.of(request);
        String path = request.getRequestURI();
        String query = request.getQueryString();
        model.addAttribute("menu", visitor.isPresent() ? menu(caller, path) : List.of());
        model.addAttribute("visitor", visitor.map(Visitor::username).orElse(""));
        model.addAttribute("theme", PageTheme.of(request));
        model.addAttribute("opens", new Doors(caller, gateway));
        model.addAttribute("here", query == null ? path : path + "?" + query);
        model.addAttribute("assets", assets);
    }

    private List<Section.MenuEntry> menu(Caller caller, String path) {
        return Section.ALL.stream()
                .filter(section -> section.opensTo(caller, gateway))
                .map(section -> section.entry(path))
                .toList();
    }

    /** Changes with the files, so that a browser may keep them and still never has old ones. */
    private static String fingerprint() {
        CRC32 sum = new CRC32();
        for (String file : List.of("console.css", "console.js", "charts.js", "graph.js", "live.js")) {
            try (InputStream content = new ClassPathResource("assets/" + file).getInputStream()) {
                sum.update(content.readAllBytes());
            } catch (IOException missing) {
                throw new IllegalStateException("the console's file `" + file + "` is missing", missing);
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
