package org.mandate.authorization.journal;

import java.util.List;
import java.util.Optional;

/** A page of records, newest first. {@code next} leads to older records, {@code prev} to newer ones. */
public record DecisionPage(List<DecisionRecord> items, Optional<String> next, Optional<String> prev) {}
