package io.calendarsync.examples.verify;

import java.util.EnumMap;
import java.util.Map;

/** What became of each fact. Confined to one thread. */
final class Facts {

    /** What became of a fact. */
    enum Verdict {
        /** It was seen to be so. */
        HELD,
        /** It was seen to be otherwise. */
        CONTRADICTED,
        /** Nothing showed whether it is so. */
        NOT_SEEN
    }

    /** A verdict, with what was seen instead where it is not so. */
    record Finding(Verdict verdict, String seen) {}

    private final Map<Fact, Finding> findings = new EnumMap<>(Fact.class);

    /** Decides on a fact; the first contradiction stands. */
    void check(Fact fact, boolean holds, String seen) {
        Finding before = findings.get(fact);
        if (before == null || before.verdict() != Verdict.CONTRADICTED) {
            findings.put(fact, holds ? new Finding(Verdict.HELD, "") : new Finding(Verdict.CONTRADICTED, seen));
        }
    }

    /** Decides on a fact by an answer. */
    void check(Fact fact, boolean holds, Reply reply) {
        check(fact, holds, reply.toString());
    }

    /** Says why nothing could be seen, unless something was. */
    void notSeen(Fact fact, String why) {
        findings.putIfAbsent(fact, new Finding(Verdict.NOT_SEEN, why));
    }

    Finding of(Fact fact) {
        return findings.getOrDefault(fact, new Finding(Verdict.NOT_SEEN, ""));
    }
}
