package org.mandate.console;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** What there is at an address of the console, as its controllers say it: a page to look at, a form to send, or data. */
@Component
public class Pages {

    private static final String OURS = Pages.class.getPackageName();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** @param mappings asked for when they are needed: they know the controllers, and a controller may ask for this */
    Pages(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** What is reached by a path that fits the pattern. */
    private record Target(PathPattern pattern, RequestMappingInfo info, HandlerMethod handler) {

        Set<RequestMethod> methods() {
            return info.getMethodsCondition().getMethods();
        }

        /** What answers the name of a template; all else answers data. */
        boolean isPage() {
            return handler.getBeanType().getPackageName().startsWith(OURS)
                    && handler.getMethod().getReturnType() == String.class;
        }
    }

    /** Whether a page is to be seen at this path. */
    public boolean at(String path) {
        List<Target> readable = targets(path)
                .filter(target -> target.methods().contains(RequestMethod.GET))
                .toList();
        Optional<PathPattern> nearest = readable.stream().map(Target::pattern).min(Comparator.naturalOrder());
        return readable.stream()
                .filter(target -> nearest.equals(Optional.of(target.pattern())))
                .anyMatch(Target::isPage);
    }

    /** The page that a form belongs to which is sent to this path: the one at the path, or else the next one above it. */
    public String above(String path) {
        String page = path;
        while (page.length() > WayBack.START.length() && !at(page)) {
            page = page.substring(0, page.lastIndexOf('/'));
        }
        return page;
    }

    /** The methods that can be sent to this path; none where there is nothing. */
    public Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        targets(path).flatMap(target -> target.methods().stream()).forEach(method -> methods.add(method.name()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** Not what is asked for by no method in particular: that says what is nowhere else. */
    private Stream<Target> targets(String path) {
        PathContainer steps = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> Stream.ofNullable(entry.getKey().getPathPatternsCondition())
                        .flatMap(condition -> condition.getPatterns().stream())
                        .filter(pattern -> pattern.matches(steps))
                        .map(pattern -> new Target(pattern, entry.getKey(), entry.getValue())))
                .filter(target -> !target.methods().isEmpty());
    }
}
