package org.mandate.authorization.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Micros;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The findings of walks in the database. They are a convenience: whoever trusts no database walks for themselves. */
final class VerificationStore {

    private static final int LONGEST_FAULT = 1000;

    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(KeptVerification walk) {
        jdbc.sql("""
                        insert into journal_verification
                            (id, began_at, began_by, ended_at, records, intact, first_sequence, first_id, fault)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(walk.id())
                .param(Micros.of(walk.beganAt()))
                .param(walk.by())
                .param(Micros.of(walk.endedAt()))
                .param(walk.records())
                .param(walk.intact().orElse(null))
                .param(walk.first().map(Alteration::sequence).orElse(null))
                .param(walk.first().flatMap(Alteration::id).orElse(null))
                .param(walk.first().map(VerificationStore::fault).orElse(null))
                .update();
    }

    List<KeptVerification> newest(int number) {
        return jdbc.sql("""
                        select id, began_at, began_by, ended_at, records, intact, first_sequence, first_id, fault
                        from journal_verification order by ended_at desc limit ?
                        """).param(number).query(VerificationStore::walk).list();
    }

    private static KeptVerification walk(ResultSet row, int n) throws SQLException {
        var intact = row.getBoolean(6);
        var finished = !row.wasNull();
        var fault = Optional.ofNullable(row.getString(9));
        var sequence = row.getLong(7);
        var id = Optional.ofNullable(row.getString(8));
        return new KeptVerification(
                row.getString(1),
                Micros.instant(row.getLong(2)),
                row.getString(3),
                Micros.instant(row.getLong(4)),
                row.getLong(5),
                finished ? Optional.of(intact) : Optional.empty(),
                fault.map(text -> new Alteration(id, sequence, text)));
    }

    private static String fault(Alteration first) {
        var text = first.fault();
        return text.length() <= LONGEST_FAULT ? text : text.substring(0, LONGEST_FAULT);
    }
}
