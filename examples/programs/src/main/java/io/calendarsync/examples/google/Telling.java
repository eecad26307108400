package io.calendarsync.examples.google;

import io.calendarsync.EventChange;
import io.calendarsync.examples.Exit;
import io.calendarsync.examples.Printable;
import io.calendarsync.examples.report.Report;
import io.calendarsync.examples.report.Summary;
import java.io.IOError;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what a run has to tell, and keeps count. Thread-safe: lines come from several threads, each whole. */
final class Telling {

    private final String command;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Report report;
    private final Summary summary = new Summary(
            "calendars", "created", "updated", "deleted", "leftWindow", "enteredWindow", "events", "failed", "review");
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong bytes = new AtomicLong();
    private final long began = InstantSource.system().millis();

    Telling(CommandSpec spec, boolean json) {
        this.command = spec.qualifiedName();
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.report = Report.of(json, out);
    }

    /** Prints with nobody else printing. */
    void print(Consumer<Report> line) {
        lock.lock();
        try {
            line.accept(report);
        } finally {
            lock.unlock();
        }
    }

    /** Prints a change; once it has left the process, returning acknowledges it. */
    void change(String calendar, EventChange change) {
        print(to -> {
            to.change(calendar, change);
            if (out.checkError()) {
                // An error, not an exception: the library would take that for a handler to be tried again later.
                throw new IOError(new IOException("the output is closed"));
            }
            summary.count(change.kind());
        });
    }

    void count(Consumer<Summary> counting) {
        lock.lock();
        try {
            counting.accept(summary);
        } finally {
            lock.unlock();
        }
    }

    void read(long more) {
        bytes.addAndGet(more);
    }

    void failed(String sentence) {
        count(counts -> counts.count("failed", 1));
        say(sentence);
    }

    void review(String sentence) {
        count(counts -> counts.count("review", 1));
        say(sentence);
    }

    /** Says something that is neither result nor fault, beside the results. */
    void say(String sentence) {
        print(to -> {
            err.println(Printable.line(command + ": " + sentence));
            err.flush();
        });
    }

    /** Sums up; returns the exit code. */
    int end() {
        lock.lock();
        try {
            summary.cost(bytes.get(), InstantSource.system().millis() - began);
            report.summary(summary);
            return exit();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the exit code without summing up. */
    int exit() {
        if (summary.get("failed") > 0) {
            return Exit.REFUSED;
        }
        return summary.get("review") > 0 ? Exit.REVIEW : Exit.FINE;
    }
}
