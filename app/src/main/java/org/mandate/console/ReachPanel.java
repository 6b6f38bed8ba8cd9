package org.mandate.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.reach.Reach;
import org.mandate.authorization.simulation.Flip;
import org.mandate.authorization.simulation.Preview;
import org.mandate.authorization.simulation.Preview.Effect;
import org.mandate.console.RecordRow.Because;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Previews;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Whom a change would reach and what it would have turned in the last day, before it is made. */
@Component
public class ReachPanel {

    /** The parameter that asks for it. */
    private static final String ASKED = "reach";

    private static final int LISTED = 20;

    private final Previews previews;
    private final Preview preview;
    private final KnownNames known;

    ReachPanel(Previews previews, Preview preview, KnownNames known) {
        this.previews = previews;
        this.preview = preview;
        this.known = known;
    }

    /** A decision of the last day that would have come out the other way. */
    public record Turned(Flip flip, String name, String would) {}

    /**
     * Beside the question whether to do something: whom it would reach. That may take seconds, so the page comes without it
     * and asks for it, and whoever has no scripts follows a link.
     * @param request asks for it by {@code reach=true}
     */
    public void beside(Link page, HttpServletRequest request, Object command, Caller caller, Model model) {
        if (Boolean.parseBoolean(request.getParameter(ASKED))) {
            FormFaults faults = Attempt.beside(() -> show(command, caller, model), request);
            model.addAttribute("reachFault", faults.text());
        } else {
            model.addAttribute("reachAt", page.with(ASKED, Optional.of(true)).toString());
        }
    }

    /** Guard the command and look at what it would do; nothing is changed. */
    public void show(Object command, Caller caller, Model model) {
        Effect effect = preview.of(previews.rehearse(command, caller));
        Reach reach = effect.found().reach();
        List<Flip> flips = effect.found().flips().stream().limit(LISTED).toList();
        Names names = known.of(ids(reach, flips), caller);
        model.addAttribute("effect", effect);
        model.addAttribute("gain", Reached.first(reach.gain(), LISTED, names));
        model.addAttribute("lose", Reached.first(reach.lose(), LISTED, names));
        model.addAttribute(
                "flips", flips.stream().map(flip -> turned(flip, names)).toList());
    }

    private static List<String> ids(Reach reach, List<Flip> flips) {
        Stream<String> asked = flips.stream()
                .map(Flip::subject)
                .filter(subject -> subject.type().equals(SubjectId.USER))
                .map(SubjectId::id);
        return Stream.concat(asked, Reached.users(reach, LISTED)).toList();
    }

    private static Turned turned(Flip flip, Names names) {
        String would = flip.would().stream()
                .findFirst()
                .map(reason -> Because.of(reason).detail())
                .orElse("");
        return new Turned(flip, names.of(flip.subject().id()), would);
    }
}
