package org.mandate.authorization.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that fails as it is told to. */
final class FaultyDataSource extends DelegatingDataSource {

    /** How it fails. */
    enum Fault {
        NONE,
        NO_CONNECTION,
        COMMIT_FAILS,
        COMMIT_SUCCEEDS_AND_SAYS_IT_FAILED,
        COMMIT_HANGS
    }

    final AtomicInteger commits = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;
    private volatile CountDownLatch healed = new CountDownLatch(0);

    FaultyDataSource(DataSource target) {
        super(target);
    }

    void fail(Fault how) {
        healed = new CountDownLatch(1);
        fault = how;
    }

    void heal() {
        fault = Fault.NONE;
        healed.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (fault == Fault.NO_CONNECTION) {
            throw new SQLException("the line is dead", "08001");
        }
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> call(connection, method, args));
    }

    private Object call(Connection connection, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("commit")) {
            commits.incrementAndGet();
            beforeCommit();
        }
        try {
            var result = method.invoke(connection, args);
            if (method.getName().equals("commit") && fault == Fault.COMMIT_SUCCEEDS_AND_SAYS_IT_FAILED) {
                throw new SQLException("the line broke in mid-commit", "08006");
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void beforeCommit() throws SQLException, InterruptedException {
        if (fault == Fault.COMMIT_FAILS) {
            throw new SQLException("no space left on the device", "53100");
        }
        if (fault == Fault.COMMIT_HANGS) {
            healed.await();
        }
    }
}
