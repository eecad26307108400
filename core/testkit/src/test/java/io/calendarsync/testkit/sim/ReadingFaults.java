package io.calendarsync.testkit.sim;

import java.util.List;

/** Faults in reading calendars, keeping what was read and handing it on. */
final class ReadingFaults {

    private ReadingFaults() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(
                        "H3-stamps",
                        "H3",
                        "only the last page of a listing is stamped",
                        "pull.Rounds",
                        "if (remember && !plan.present().isEmpty()) {",
                        "if (remember && last && !plan.present().isEmpty()) {",
                        1),
                new PlantedFault(
                        "H4-older",
                        "H4",
                        "an older state beside a newer one replaces it",
                        "plan.PagePlanner",
                        "(newest == null || !isOlder(there.event(), newest))",
                        "(newest == null || there != null)",
                        46),
                new PlantedFault(
                        "H4-ties",
                        "H4",
                        "of two states of one moment the first holds",
                        "plan.PagePlanner",
                        "updated.get().isBefore(known.get());",
                        "!updated.get().isAfter(known.get());",
                        29),
                new PlantedFault(
                        "H4-contrary",
                        "H4",
                        "present and gone in one round is not settled by a fetch",
                        "plan.PagePlanner",
                        "            boolean contrary = newest.isPresent()\n"
                                + "                    ? saysGone || facts.memory().sawGone(id)\n"
                                + "                    : facts.memory().sawPresent(id);",
                        "            boolean contrary = false;",
                        74),
                new PlantedFault(
                        "H5-fence",
                        "H5",
                        "a calendar is written whatever became of it since it was read",
                        "record.CalendarRecords",
                        "next.bytes(), Expect.version(read.version()));",
                        "next.bytes(), Expect.any());",
                        27),
                new PlantedFault(
                        "H5-late",
                        "H5",
                        "the state is read after the page was asked for",
                        "pull.Rounds",
                        "ChangePage page = session.changes(calendar.info().remoteId(), begun.at());",
                        "ChangePage page = session.changes(calendar.info().remoteId(), begun.at());\n"
                                + "        read = new Stored<>(read.value(), shelf.calendars().find(calendar.info().id()).orElseThrow(Superseded::new).version());",
                        10),
                new PlantedFault(
                        "H6-page",
                        "H6",
                        "a refused position is asked for again for ever",
                        "pull.Puller",
                        "if (++restarts > RESTARTS_A_TURN) {",
                        "if (true) {",
                        4),
                new PlantedFault(
                        "H7-body",
                        "H7",
                        "the stamps of a body outlive it",
                        "pull.Rounds",
                        ": brokenOff(state).cursor(base),",
                        ": state.round(refused.turn(refused.phase(), base, 0, false)),",
                        15),
                new PlantedFault(
                        "H8-horizon",
                        "H8",
                        "what was purged is created again",
                        "plan.PagePlanner",
                        "if (hasEnded(event, facts.horizon())) {",
                        "if (false) {",
                        10),
                new PlantedFault(
                        "H12-giant",
                        "H12",
                        "what is too large is stored as it came",
                        "pull.Pages",
                        "fit.apply(boundSeries(mine))",
                        "boundSeries(mine)",
                        1),
                new PlantedFault(
                        "H13-overrides",
                        "H13",
                        "the overrides of a deleted series stay",
                        "record.EventRecords",
                        "listings.add(new RecordKey(Keyspace.OVERRIDE, partition, id));",
                        "",
                        296),
                new PlantedFault(
                        "H15-listing",
                        "H15",
                        "a calendar in review is never listed again",
                        "pull.Reviews",
                        "boolean wantsListing(CalendarRecord calendar, Instant now) {",
                        "boolean wantsListing(CalendarRecord calendar, Instant now) {\n"
                                + "        if (!calendar.info().name().isEmpty()) {\n"
                                + "            return false;\n"
                                + "        }",
                        53),
                new PlantedFault(
                        "H16-seen",
                        "H16",
                        "a confirmed plan deletes what came back",
                        "pull.Reviews",
                        ".filter(known -> !seenSince.containsKey(known.key().id()))",
                        ".filter(known -> true)",
                        71),
                new PlantedFault(
                        "H17-empty",
                        "H17",
                        "an empty listing deletes everything",
                        "plan.Guard",
                        "return new Verdict.Hold(NEVER);",
                        "return new Verdict.Apply();",
                        6),
                new PlantedFault(
                        "H17-run",
                        "H17",
                        "any number of tombstones is believed",
                        "plan.Guard",
                        "return all <= few || all * 2L <= stored;",
                        "return true;",
                        18),
                new PlantedFault(
                        "H18-purge",
                        "H18",
                        "entries are purged that a new subscriber has not been told",
                        "log.Purger",
                        "told = Math.min(told, at == null || !at.epoch().equals(head.epoch()) ? 0 : at.done());",
                        "told = at == null ? told : Math.min(told, at.done());",
                        29),
                new PlantedFault(
                        "H18-place",
                        "H18",
                        "a new subscriber gets no place in the logs there are",
                        "log.Subscriptions",
                        "placeEverywhere(found.value());",
                        "",
                        59),
                new PlantedFault(
                        "H19-skip",
                        "H19",
                        "what a handler cannot bear is passed over",
                        "log.Deliverer",
                        "save(subscriber, log, at, reached.failed(fault.getClass().getName(), park, now));",
                        "save(subscriber, log, at, park ? ProgressRecord.at(reached.epoch(), reached.done() + 1, now) : reached.failed(fault.getClass().getName(), park, now));",
                        26),
                new PlantedFault(
                        "H19-purge",
                        "H19",
                        "what is parked is purged",
                        "log.Purger",
                        "|| (at != null && at.parked());",
                        ";\n" + "            counts &= at == null || !at.parked();",
                        158),
                new PlantedFault(
                        "H20-epoch",
                        "H20",
                        "numbers of a calendar that is connected again begin anew",
                        "record.LogHead",
                        "return new LogHead(hex(random), 0, 0);",
                        "return new LogHead(hex(1), 0, 0);",
                        7),
                new PlantedFault(
                        "H21-lease",
                        "H21",
                        "a handler is called after the lease has run out",
                        "log.Deliverer",
                        "if (!mayGoOn(stillOurs)) {",
                        "if (false) {",
                        12),
                new PlantedFault(
                        "H21-lapsed",
                        "H21",
                        "a delivery whose lease ran out is taken for a finished one",
                        "log.Deliverer",
                        "return lapsed(subscriber, log, at, batch, done);",
                        "return Optional.of(Instant.MAX);",
                        3),
                new PlantedFault(
                        "H21-claim",
                        "H21",
                        "two nodes claim one job",
                        "record.DueRecords",
                        "long version = commit.put(record.key(), leaseEnd, fields.bytes(), expect(record));",
                        "long version = commit.put(record.key(), leaseEnd, fields.bytes(), Expect.any());",
                        1),
                new PlantedFault(
                        "H22-calendar",
                        "H22",
                        "a calendar's transitions are told to nobody",
                        "pull.CalendarCommit",
                        "if (before.state() != next.state()) {",
                        "if (false) {",
                        1),
                new PlantedFault(
                        "H22-review",
                        "H22",
                        "held back deletions are told to nobody",
                        "pull.Reviews",
                        "if (news) {",
                        "if (false) {",
                        2),
                new PlantedFault(
                        "H23-announce",
                        "H23",
                        "a growing log is announced after the commit",
                        "pull.CalendarCommit",
                        "            shelf.due().put(commit, Job.announce(id), now);\n"
                                + "        }\n"
                                + "        Stored<CalendarRecord> stored = shelf.calendars().save(commit, read, left);\n"
                                + "        if (!way.test(commit, left)) {\n"
                                + "            throw new Superseded();\n"
                                + "        }",
                        "        }\n"
                                + "        Stored<CalendarRecord> stored = shelf.calendars().save(commit, read, left);\n"
                                + "        if (!way.test(commit, left)) {\n"
                                + "            throw new Superseded();\n"
                                + "        }\n"
                                + "        if (told) {\n"
                                + "            shelf.due().ring(Job.announce(id), now);\n"
                                + "        }",
                        1),
                new PlantedFault(
                        "H23-dirty",
                        "H23",
                        "a bell that rings during a job is forgotten at its end",
                        "record.DueRecords",
                        "if (fields.flag(\"dirty\") || again.isPresent()) {",
                        "if (again.isPresent()) {",
                        22),
                new PlantedFault(
                        "H24-rescue",
                        "H24",
                        "what was put years ahead stays there",
                        "work.Worker",
                        "queues.get().forEach(queue -> due.rescue(queue, now));",
                        "",
                        24),
                new PlantedFault(
                        "H24-window",
                        "H24",
                        "one clock that runs years ahead moves the window",
                        "pull.Rounds",
                        "Instant now = calendar.believable(clock);",
                        "Instant now = clock;",
                        356),
                new PlantedFault(
                        "H24-forget",
                        "H24",
                        "one clock that runs years ahead forgets what is to come",
                        "pull.Tidying",
                        "return clock.isAfter(tidied) ? tidied : clock;",
                        "return clock;",
                        43),
                new PlantedFault(
                        "publish-due",
                        "H23",
                        "nobody is told that something is to be written",
                        "publish.StoredPublisher",
                        "due.forEach(calendar -> ledger.due().put(commit, Job.publish(calendar.value()), now));",
                        "",
                        4),
                new PlantedFault(
                        "pages-whole",
                        "design 5",
                        "a page applied in two commits moves the position in the first",
                        "pull.Applier",
                        "held = commit.runMidway();",
                        "held = commit.run(ending.state().apply(held.value()), \"\");",
                        215));
    }
}
