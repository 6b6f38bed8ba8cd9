package org.mandate.authorization.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.journal.JournalDatabase;
import org.mandate.authorization.journal.LostDecisions;

@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class FindsGapsTest {

    @Parameter
    JournalDatabase.Kind kind;

    private final RandomRecords records = new RandomRecords(11, 12);
    private final List<LostDecisions> lost = new ArrayList<>();
    private IndexedJournal indexed;
    private AuditQueries queries;

    @BeforeEach
    void start() {
        indexed = IndexedJournal.in(kind);
        queries = indexed.queries();
    }

    @AfterEach
    void stop() {
        indexed.close();
    }

    @Test
    void findsEachOnceWhetherIndexedOrNotPageByPage() {
        add(30 * Span.BLOCK.size());
        indexed.index();
        add(5000);
        assertThat(lost).hasSizeGreaterThan(4);

        List<LostDecisions> found = new ArrayList<>();
        var next = Optional.<Long>empty();
        do {
            var page = queries.handle(new FindGaps(2, next));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());

        Collections.reverse(lost);
        assertThat(found).isEqualTo(lost);
    }

    @Test
    void readsNothingOfWhatIsIndexedButTheGaps() {
        add(30 * Span.BLOCK.size());
        indexed.index();
        var before = indexed.journal().read();

        var found = queries.handle(new FindGaps(1000, Optional.empty()));

        assertThat(found.items()).hasSize(lost.size());
        assertThat(indexed.journal().read() - before).isEqualTo(lost.size());
    }

    private void add(int number) {
        indexed.add(records, number, entry -> {
            if (entry instanceof LostDecisions gap) {
                lost.add(gap);
            }
        });
    }
}
