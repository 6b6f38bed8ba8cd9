package org.mandate.replay;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.mandate.config.TransactionLimits;
import org.mandate.identity.ReadModel;
import org.mandate.store.EventReplay;
import org.mandate.store.HistoryTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ReplayWiring {

    @Bean
    Replays replays(
            FactsView facts,
            List<ReadModel> models,
            EventReplay history,
            HistoryTail tail,
            JdbcClient jdbc,
            TransactionLimits limits,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate each = new TransactionTemplate(transactions);
        List<View> views = new ArrayList<>();
        views.add(facts);
        for (ReadModel model : models) {
            views.add(new TableView(
                    new Tables(model, jdbc, limits, transactions),
                    new Beside(model, history, each),
                    tail,
                    new Claim(model.name(), jdbc, clock),
                    each));
        }
        return new Replays(views, history, clock);
    }
}
