package org.mandate.console.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.FindRefusals;
import org.mandate.authorization.audit.FindStatistics;
import org.mandate.authorization.audit.Refusals;
import org.mandate.authorization.audit.Refusals.Refused;
import org.mandate.authorization.audit.Statistics;
import org.mandate.authorization.audit.StatisticsBy;
import org.mandate.authorization.integrity.FindTreeHead;
import org.mandate.authorization.integrity.TreeHead;
import org.mandate.console.Histogram;
import org.mandate.console.Histogram.Bar;
import org.mandate.console.KnownNames;
import org.mandate.console.RecordRow;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.oversight.FindVitals;
import org.mandate.oversight.Vitals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of administrators and auditors; anybody else is led to their own. */
@Controller
class OverviewController {

    private static final int TOP = 8;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Gateway gateway;
    private final KnownNames known;
    private final Histogram histogram;
    private final NewestChanges changes;
    private final Clock clock;

    OverviewController(Gateway gateway, KnownNames known, Histogram histogram, NewestChanges changes, Clock clock) {
        this.gateway = gateway;
        this.known = known;
        this.histogram = histogram;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping("/console")
    String page(Caller caller, Model model) {
        Instant now = clock.instant();
        FindRefusals refusals = new FindRefusals(now.minus(DAY), now, TOP);
        if (!gateway.wouldAdmit(refusals, caller)) {
            return "redirect:/console/me";
        }
        refusals(gateway.ask(refusals, ResponseTypes.instanceOf(Refusals.class), caller), caller, model);
        model.addAttribute("since", refusals.from());
        List<Bar> minutes = histogram.latest(HOUR, MINUTE, caller);
        model.addAttribute("bars", minutes);
        model.addAttribute("allowed", minutes.stream().mapToLong(Bar::allowed).sum());
        model.addAttribute("denied", minutes.stream().mapToLong(Bar::denied).sum());
        model.addAttribute("reasons", reasons(caller));
        Vitals vitals = gateway.ask(new FindVitals(), ResponseTypes.instanceOf(Vitals.class), caller);
        model.addAttribute("vitals", vitals);
        model.addAttribute("changes", changes.find(caller));
        model.addAttribute(
                "head",
                gateway.ask(new FindTreeHead(), ResponseTypes.optionalInstanceOf(TreeHead.class), caller)
                        .orElse(null));
        model.addAttribute("fault", vitals.fault().orElse(""));
        return "console/overview/overview";
    }

    /** A kind of reason, and how many decisions of the last hour had it. */
    record ReasonCount(String kind, long decisions) {}

    /** What was refused, how often, and the last time. */
    record RefusedRow(long count, RecordRow newest) {}

    private List<ReasonCount> reasons(Caller caller) {
        Instant now = clock.instant();
        FindStatistics query = new FindStatistics(now.minus(HOUR), now, HOUR, StatisticsBy.REASON);
        Map<String, Long> sums = new HashMap<>();
        gateway.ask(query, ResponseTypes.instanceOf(Statistics.class), caller)
                .items()
                .forEach(bucket -> bucket.counts().forEach((kind, count) -> sums.merge(kind, count, Long::sum)));
        return sums.entrySet().stream()
                .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ReasonCount::decisions).reversed())
                .limit(TOP)
                .toList();
    }

    private void refusals(Refusals found, Caller caller, Model model) {
        List<RecordRow> newest =
                known.rows(found.items().stream().map(Refused::newest).toList(), caller);
        List<RefusedRow> rows = new ArrayList<>();
        for (int i = 0; i < newest.size(); i++) {
            rows.add(new RefusedRow(found.items().get(i).count(), newest.get(i)));
        }
        model.addAttribute("refused", rows);
        model.addAttribute("counted", found);
    }
}
