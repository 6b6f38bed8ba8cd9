package org.mandate.authorization.journal;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance.Channel;

/** Questions and answers for the journal's tests; only what a test is about is said in it. */
record Decisions(
        Journal journal,
        String subject,
        String requester,
        String action,
        String resourceType,
        String resource,
        boolean allowed,
        Channel channel,
        Reason.Kind reason,
        Instant at) {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    static Decisions into(Journal journal) {
        return new Decisions(
                journal, "anna", "anna", "read", "posts", "p1", true, Channel.HTTP, Reason.Kind.ROLE, NOON);
    }

    Decisions ofSubject(String id) {
        return new Decisions(journal, id, requester, action, resourceType, resource, allowed, channel, reason, at);
    }

    Decisions askedBy(String id) {
        return new Decisions(journal, subject, id, action, resourceType, resource, allowed, channel, reason, at);
    }

    Decisions to(String verb) {
        return new Decisions(journal, subject, requester, verb, resourceType, resource, allowed, channel, reason, at);
    }

    Decisions onTo(String type, String id) {
        return new Decisions(journal, subject, requester, action, type, id, allowed, channel, reason, at);
    }

    Decisions refusedFor(Reason.Kind kind) {
        return new Decisions(journal, subject, requester, action, resourceType, resource, false, channel, kind, at);
    }

    Decisions allowedFor(Reason.Kind kind) {
        return new Decisions(journal, subject, requester, action, resourceType, resource, true, channel, kind, at);
    }

    Decisions through(Channel door) {
        return new Decisions(journal, subject, requester, action, resourceType, resource, allowed, door, reason, at);
    }

    Decisions at(Instant instant) {
        return new Decisions(
                journal, subject, requester, action, resourceType, resource, allowed, channel, reason, instant);
    }

    String record() {
        return record(1).get(0);
    }

    List<String> record(int times) {
        var judged = new Journal.Judged(request(), decision());
        return journal.record(Collections.nCopies(times, judged), at, provenance());
    }

    Many many(int times) {
        return new Many(this, times, new AtomicInteger());
    }

    /** As many, of which it is known how many were looked at. */
    record Many(Decisions each, int times, AtomicInteger looked) {

        List<String> record() {
            var judged = new Journal.Judged(each.request(), each.decision());
            var all = new AbstractList<Journal.Judged>() {
                @Override
                public Journal.Judged get(int index) {
                    looked.incrementAndGet();
                    return judged;
                }

                @Override
                public int size() {
                    return times;
                }
            };
            return each.journal.record(all, each.at, each.provenance());
        }

        int made() {
            return looked.get();
        }
    }

    private AccessRequest request() {
        return new AccessRequest(
                SubjectId.user(subject),
                Map.of("level", 3),
                Action.of(action),
                Resource.of(resourceType, resource),
                Map.of("note", "hello"),
                Requirement.may(action),
                Optional.of(Set.of("posts:write", "posts:read")),
                Optional.of("10.0.0.1"));
    }

    private Decision decision() {
        return new Decision(allowed, List.of(new Reason(reason, "author", "because of it")), 7);
    }

    private Provenance provenance() {
        return new Provenance(SubjectId.user(requester), Optional.of("10.0.0.1"), Optional.empty(), "r-1", channel);
    }
}
