package org.mandate.console.decisions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.console.Doors;
import org.mandate.console.KnownNames;
import org.mandate.console.RecordRow;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.audit.LiveRows;
import org.mandate.oversight.Names;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** The rows of those who follow the journal: the same as in the list, from the same template. */
@Component
class DecisionRows implements LiveRows {

    private static final String LIST = "console/fragments/records";
    private static final Set<String> ROW = Set.of("decision");
    private static final int MOST_NAMES = 1000;

    private final Gateway gateway;
    private final KnownNames known;
    private final ITemplateEngine templates;
    private final ApplicationContext beans;

    DecisionRows(Gateway gateway, KnownNames known, ITemplateEngine templates, ApplicationContext beans) {
        this.gateway = gateway;
        this.known = known;
        this.templates = templates;
        this.beans = beans;
    }

    @Override
    public Function<JournalEntry, String> rows(Caller caller) {
        Follower follower = new Follower(caller);
        return entry -> entry instanceof DecisionRecord made ? row(made, follower) : "<!-- no decision -->";
    }

    private String row(DecisionRecord made, Follower follower) {
        Context context = new Context(Locale.ROOT);
        context.setVariable("row", RecordRow.of(made, follower.names(made)));
        context.setVariable("linked", true);
        context.setVariable("opens", follower.opens);
        context.setVariable(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(beans, null));
        return templates.process(LIST, ROW, context);
    }

    /** Asking for names is recorded, and so followed itself: nobody's name is asked for twice, or it would never end. */
    private final class Follower {

        private final Caller caller;
        private final Doors opens;
        private final Set<String> asked = new HashSet<>();
        private final Map<String, String> names = new HashMap<>();

        Follower(Caller caller) {
            this.caller = caller;
            this.opens = new Doors(caller, gateway);
        }

        Names names(DecisionRecord made) {
            if (asked.size() > MOST_NAMES) {
                asked.clear();
                names.clear();
            }
            Set<String> strangers = new HashSet<>(KnownNames.mentioned(made));
            strangers.removeAll(asked);
            asked.addAll(strangers);
            names.putAll(known.of(strangers, caller).byId());
            return new Names(names);
        }
    }
}
