package io.calendarsync.google;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Hears all that is said while it is open: every logger of slf4j and java.util.logging at its loudest, and the console. */
final class LogEars implements AutoCloseable {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final AppenderBase<ILoggingEvent> slf4j = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private final Handler jul = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            StringWriter text = new StringWriter();
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(text));
            }
            heard.add(entry.getLoggerName() + " " + entry.getMessage() + " " + Arrays.toString(entry.getParameters())
                    + text);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    LogEars() {
        slf4j.start();
        ROOT.addAppender(slf4j);
        ROOT.setLevel(Level.ALL);
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(java.util.logging.Level.ALL);
        root.addHandler(jul);
        // The stand-in server tells what it is asked, and is not the one on trial.
        for (String other : List.of("wiremock", "org.eclipse.jetty", "com.github.tomakehurst")) {
            ((Logger) LoggerFactory.getLogger(other)).setLevel(Level.OFF);
        }
        for (String vendor : List.of("com.google", "jdk", "sun", "javax")) {
            java.util.logging.Logger.getLogger(vendor).setLevel(java.util.logging.Level.ALL);
        }
        PrintStream both = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    /** Returns all that was said, in one text. */
    String all() {
        return String.join("\n", List.copyOf(heard)) + "\n" + console.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(outBefore);
        System.setErr(errBefore);
        ROOT.detachAppender(slf4j);
        ROOT.setLevel(Level.WARN);
        java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
        root.removeHandler(jul);
        root.setLevel(java.util.logging.Level.INFO);
    }
}
