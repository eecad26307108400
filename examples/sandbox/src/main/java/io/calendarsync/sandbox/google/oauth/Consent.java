package io.calendarsync.sandbox.google.oauth;

import java.util.Set;
import java.util.TreeSet;

/** What the person at the consent page does, where it was arranged beforehand. Confined to the lock of its world. */
public final class Consent {

    private Decision decision = Decision.ASK;
    private final Set<String> unticked = new TreeSet<>();

    /** Arranges what comes of a consent page. */
    public void decide(Decision whatComes) {
        decision = whatComes;
    }

    /** Lets the person untick scopes; no scope lets everything be ticked again. */
    public void untick(Set<String> scopes) {
        unticked.clear();
        unticked.addAll(scopes);
    }

    Decision decision() {
        return decision;
    }

    Set<String> unticked() {
        return unticked;
    }

    /** What comes of a consent page. */
    public enum Decision {
        /** The page is shown. */
        ASK,
        /** The person agrees at once. */
        ALLOW,
        /** The person refuses at once. */
        DENY
    }
}
