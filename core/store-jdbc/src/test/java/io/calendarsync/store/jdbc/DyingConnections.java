package io.calendarsync.store.jdbc;

import io.calendarsync.testkit.store.Death;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Real connections that break when they are told to commit, before the database hears of it or after. */
final class DyingConnections {

    private DyingConnections() {}

    static DataSource over(DataSource real, Death moment) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = call(real, method, arguments);
            return answer instanceof Connection connection ? dying(connection, moment) : answer;
        });
    }

    private static Connection dying(Connection real, Death moment) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("commit")) {
                return call(real, method, arguments);
            }
            if (moment == Death.AFTER_COMMIT) {
                real.commit();
            }
            real.close();
            throw new SQLException("the connection is gone", "08006");
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
