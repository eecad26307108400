package io.calendarsync.testkit.sim;

import io.calendarsync.engine.record.Fields;
import java.time.Instant;
import java.util.Optional;

/** A calendar's record as the judges read it, by the names it is written with. */
record CalendarView(Fields fields) {

    String epoch() {
        return head().text("epoch");
    }

    long last() {
        return head().number("last");
    }

    long purged() {
        return head().number("purged");
    }

    private Fields head() {
        return fields.child("log").orElseThrow();
    }

    String state() {
        return fields.text("state");
    }

    String remoteId() {
        return fields.text("remote");
    }

    String owner() {
        return fields.text("owner");
    }

    boolean isErased() {
        return fields.flag("erased");
    }

    Instant horizon() {
        return fields.instant("horizon");
    }

    int counted() {
        return fields.child("pulse").orElseThrow().count("events");
    }

    Instant read() {
        return fields.child("pulse").orElseThrow().instant("read");
    }

    /** Returns whether a round has ended well since: even one that ends in the same instant as that before. */
    boolean endedRound(CalendarView before) {
        boolean wentOn = fields.has("cursor")
                && (!before.fields.has("cursor") || !fields.text("cursor").equals(before.fields.text("cursor")));
        return wentOn || !read().equals(before.read());
    }

    String phase() {
        return fields.child("round").map(round -> round.text("phase")).orElse("");
    }

    /** Returns whether it reads from the beginning what it had read some pages of, as if it were the same round. */
    boolean readsAgain(CalendarView before) {
        Optional<Fields> was = before.fields.child("round");
        Optional<Fields> is = fields.child("round");
        return was.isPresent()
                && is.isPresent()
                && is.get().text("id").equals(was.get().text("id"))
                && is.get().text("phase").equals("READING")
                && was.get().child("at").filter(at -> at.has("page")).isPresent()
                && is.get().child("at").filter(at -> at.has("page")).isEmpty();
    }

    boolean inRound() {
        return fields.has("round");
    }

    String discarded() {
        return fields.text("discarded");
    }

    Review review() {
        return new Review(fields.child("review").orElseGet(Fields::none));
    }

    /** Deletions held back, if there are any. */
    record Review(Fields fields) {
        boolean isOpen() {
            return fields.has("decision");
        }

        boolean isConfirmed() {
            return fields.text("decision").equals("CONFIRMED");
        }

        boolean isPlanned() {
            return !fields.text("digest").isEmpty();
        }

        String plan() {
            return fields.text("plan");
        }

        int missing() {
            return fields.count("missing");
        }

        int stored() {
            return fields.count("stored");
        }
    }
}
