package org.mandate.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * H2 hands a commit to the operating system and does not wait for the disk: enough for a process that is killed, not for a loss
 * of power. A connection from here waits, whenever a transaction that may write is committed.
 */
final class SyncedDataSource extends DelegatingDataSource {

    SyncedDataSource(DataSource unsynced) {
        super(unsynced);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return synced(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return synced(super.getConnection(username, password));
    }

    private static Connection synced(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SyncedDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, new Waiting(connection));
    }

    /** H2 does not keep that a connection only reads, so it is kept here. */
    private static final class Waiting implements InvocationHandler {

        private final Connection connection;
        private boolean readOnly;

        Waiting(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object answer = passOn(method, arguments);
            if (method.getName().equals("setReadOnly") && arguments != null) {
                readOnly = (boolean) arguments[0];
            } else if (method.getName().equals("commit") && !readOnly) {
                sync();
            }
            return answer;
        }

        private @Nullable Object passOn(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause() == null ? failed : failed.getCause();
            }
        }

        private void sync() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }
}
