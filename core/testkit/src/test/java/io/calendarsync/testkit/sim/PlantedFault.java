package io.calendarsync.testkit.sim;

import java.util.List;

/**
 * A fault put into a copy of one class of the engine.
 *
 * @param name what to call it
 * @param history which known history it belongs to
 * @param what what goes wrong with it
 * @param className the class, below {@code io.calendarsync.engine}
 * @param text what stands in its source, once
 * @param replacement what stands there instead
 * @param caughtBy the seed that caught it when it was last looked for, tried first
 */
record PlantedFault(
        String name, String history, String what, String className, String text, String replacement, long caughtBy) {

    /** All of them; written down before the simulation was tuned to catch them. */
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
                        "H41-live",
                        "H41",
                        "an owner is connected while being erased",
                        "token.Connecting",
                        "desk.owners().mustLive(commit, Keyspace.ownerKeyOf(id));",
                        "",
                        21),
                new PlantedFault(
                        "H1-marker",
                        "H1",
                        "whatever bears our mark is taken for our own doing",
                        "plan.PagePlanner",
                        ".filter(own -> own.left(event, fingerprints))",
                        ".filter(own -> true)",
                        77),
                new PlantedFault(
                        "H1-flight",
                        "H1",
                        "what a write without an answer left is taken for news",
                        "plan.OwnWrite",
                        "return flights.stream()\n"
                                + "                .anyMatch(one -> fingerprints.of(event, one.fields()).equals(one.fingerprint()));",
                        "return false;",
                        7),
                new PlantedFault(
                        "H2-unseen",
                        "H2",
                        "what a write path reads is not told",
                        "pull.Sightings",
                        "PagePlan plan = pages.saw(read.value(), sighting);",
                        "PagePlan plan = sighting.sent().isPresent() ? pages.saw(read.value(), sighting) : new PagePlan(java.util.List.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of());",
                        29),
                new PlantedFault(
                        "H31-blind",
                        "H31",
                        "what a user has changed is written over",
                        "publish.Merge",
                        "(theirs ? held : send).add(field);",
                        "send.add(field);",
                        32),
                new PlantedFault(
                        "H31-base",
                        "H31",
                        "what is wanted is taken for what was agreed on: it is never sent",
                        "publish.Merge",
                        "base.isEmpty() || sent || !field.isSame(wanted, base.get().draft());",
                        "base.isEmpty();",
                        4),
                new PlantedFault(
                        "H32-place",
                        "H32",
                        "a place is written down after the creation",
                        "publish.Creating",
                        "settlement.sending(task, trying, OwnWriteRecords.creation(name.marker()), flight(task, draft));",
                        "settlement.fresh(task);",
                        32),
                new PlantedFault(
                        "H32-ghost",
                        "H32",
                        "a place that was tried is taken for empty where nothing is found",
                        "publish.Writer",
                        "? creating.settle(task, open.get())",
                        "? Step.of(settlement.note(task, Changes.left(Changes.place(publication, open.get().state(Place.State.RETRACTED)), task.id(), java.time.Instant.EPOCH)))",
                        306),
                new PlantedFault(
                        "H32-drop",
                        "H32",
                        "a new wish drops the places of the one before",
                        "publish.Changes",
                        "                is.written(),\n                is.places(),\n                with(errands, new Errand(wanted.target(), now, Trouble.none(), \"\")));",
                        "                is.written(),\n                List.of(),\n                with(errands, new Errand(wanted.target(), now, Trouble.none(), \"\")));",
                        4),
                new PlantedFault(
                        "H32-early",
                        "H32",
                        "it is taken back before it is where it is to be, and forgotten after",
                        "publish.Changes",
                        "return is.openIn(errand.calendar()).isEmpty() || errand.isStopped()",
                        "return true",
                        205),
                new PlantedFault(
                        "H33-search",
                        "H33",
                        "what may have been created before is not looked for",
                        "publish.Creating",
                        "boolean mayExist = repeated || task.publication().placeIn(task.id()).isEmpty();",
                        "boolean mayExist = false;",
                        46),
                new PlantedFault(
                        "H34-burnt",
                        "H34",
                        "a name is tried again though it is burnt",
                        "publish.Writer",
                        "creating.first(task, place.incarnation() + 1, wanted);",
                        "creating.first(task, place.incarnation(), wanted);",
                        90),
                new PlantedFault(
                        "H34-resurrect",
                        "H34",
                        "what a user has deleted is created again",
                        "publish.Writer",
                        "case REMOVED -> updating.updateIfBack(task, place, wanted);",
                        "case REMOVED -> creating.first(task, place.incarnation() + 1, wanted);",
                        35),
                new PlantedFault(
                        "publish-due",
                        "H23",
                        "nobody is told that something is to be written",
                        "publish.StoredPublisher",
                        "due.forEach(calendar -> ledger.due().put(commit, Job.publish(calendar.value()), now));",
                        "",
                        4),
                new PlantedFault(
                        "publish-lost",
                        "design 10",
                        "a failed write is not tried again",
                        "publish.Lane",
                        "Errand again = errand.again(fault, now, then);",
                        "Errand again = Errand.done(task.id());",
                        29),
                new PlantedFault(
                        "H41-publications",
                        "H41",
                        "what was to be published outlives its owner",
                        "record.CalendarRemains",
                        "+ publications.over(fenced).erase(id)",
                        "",
                        7),
                new PlantedFault(
                        "H25-no",
                        "H25",
                        "a no to a used up token ends a healthy connection",
                        "token.Renewal",
                        "grant(id).filter(this::isStillOurs);",
                        "grant(id);",
                        268),
                new PlantedFault(
                        "H26-stale",
                        "H26",
                        "what a renewal brought is dropped where the record moved",
                        "token.Renewal",
                        "stored = stored.filter(now -> now.value().isRenewedLike(sent.value()));",
                        "stored = Optional.empty();",
                        192),
                new PlantedFault(
                        "H27-owner",
                        "H27",
                        "a consent is completed in any browser",
                        "token.ConsentDesk",
                        "if (!asked.request().owner().equals(signedIn)) {",
                        "if (false) {",
                        7),
                new PlantedFault(
                        "H28-astray",
                        "H28",
                        "notices of another installation are taken",
                        "watch.Doorbell",
                        ".map(named -> named.equals(lookout.name().get()))",
                        ".map(named -> true)",
                        14),
                new PlantedFault(
                        "H29-unanswered",
                        "H29",
                        "a channel whose answer was lost is forgotten",
                        "watch.WatchTurn",
                        "        } catch (PermanentFailure e) {\n            change(turn.target(), watch -> watch.without(channel));",
                        "        } catch (CalendarSyncException e) {\n            change(turn.target(), watch -> watch.without(channel));",
                        29),
                new PlantedFault(
                        "H30-silent",
                        "H30",
                        "a channel that is silent is left alone",
                        "watch.WatchEngine",
                        "if (silent.isEmpty()) {",
                        "if (true) {",
                        27),
                new PlantedFault(
                        "H25-late",
                        "H25",
                        "a token is sent by a node whose claim others may have taken over",
                        "token.Refresher",
                        "if (since.hasPassed(LEASE.dividedBy(2))) {",
                        "if (false) {",
                        62),
                new PlantedFault(
                        "H26-why",
                        "H26",
                        "a token that was lost by us is said to be taken back by its user",
                        "token.Refresher",
                        "return grant.standing().doubt() ? Reconnect.ROTATION_LOST : Reconnect.GRANT_LOST;",
                        "return Reconnect.GRANT_LOST;",
                        33),
                new PlantedFault(
                        "H28-orphan",
                        "H28",
                        "a channel nobody knows more of is stopped at the first look, while its answer is on its way",
                        "watch.WatchTurn",
                        "        String channel = random(2);\n        String secret = random(4);",
                        "        turn.read().stream()\n"
                                + "                .flatMap(read -> read.value().channels().stream())\n"
                                + "                .filter(known -> !known.isKnown())\n"
                                + "                .forEach(orphan -> turn.session().stop(new WatchChannel(orphan.id(), \"\", orphan.granted().expires())));\n"
                                + "        String channel = random(2);\n        String secret = random(4);",
                        10),
                new PlantedFault(
                        "H29-same",
                        "H29",
                        "a channel is asked for again under the id of the one before",
                        "watch.WatchTurn",
                        "String channel = random(2);",
                        "String channel = \"c\" + Integer.toHexString(turn.target().value().hashCode());",
                        1),
                new PlantedFault(
                        "H29-heard",
                        "H29",
                        "a channel that tells that it stands is still waited for",
                        "watch.Doorbell",
                        "channel.state() == WatchState.PENDING && !notice.resource().isEmpty();",
                        "false;",
                        10),
                new PlantedFault(
                        "H29-replaced",
                        "H29",
                        "a channel that was replaced is forgotten before it is stopped",
                        "watch.WatchTurn",
                        ".map(known ->\n"
                                + "                        known.id().equals(channel.id()) || !known.isKnown() ? known : known.state(WatchState.REPLACED))",
                        ".filter(known -> known.id().equals(channel.id()) || !known.isKnown())",
                        9),
                new PlantedFault(
                        "H33-past",
                        "H33",
                        "what a life of which nothing is known has created is not looked for",
                        "publish.Creating",
                        "boolean mayExist = repeated || task.publication().placeIn(task.id()).isEmpty();",
                        "boolean mayExist = repeated;",
                        238),
                new PlantedFault(
                        "H34-staging",
                        "H34",
                        "another installation's event goes by the same name, and is taken over",
                        "publish.Names",
                        "String whose = installation.get();",
                        "String whose = \"\";",
                        7),
                new PlantedFault(
                        "H35-create",
                        "H35",
                        "whoever is invited to what is created is mailed",
                        "publish.Creating",
                        "new Creation(name.name(), name.marker(), draft, invitations, mayExist);",
                        "new Creation(name.name(), name.marker(), draft, Invitations.ALL, mayExist);",
                        7),
                new PlantedFault(
                        "H35-update",
                        "H35",
                        "whoever is invited to what is changed is mailed",
                        "publish.Updating",
                        "merge.send(), wanted.invitations());",
                        "merge.send(), io.calendarsync.model.Invitations.ALL);",
                        7),
                new PlantedFault(
                        "H35-farewell",
                        "H35",
                        "whoever was invited to what is taken back is mailed",
                        "publish.Removing",
                        "Invitations farewell = task.publication().farewell();",
                        "Invitations farewell = Invitations.ALL;",
                        57),
                new PlantedFault(
                        "H35-refused",
                        "H35",
                        "what is refused because it would mail is sent all the same",
                        "publish.Creating",
                        "WriteAnswer answer = task.session().create(task.remoteId(), creation);",
                        "WriteAnswer answer = task.session().create(task.remoteId(), creation);\n"
                                + "        if (answer instanceof WriteAnswer.Refused no && no.reason() == WriteAnswer.Reason.WOULD_MAIL) {\n"
                                + "            answer = task.session().create(task.remoteId(), new Creation(name.name(), name.marker(), draft, Invitations.ALL, mayExist));\n"
                                + "        }",
                        19),
                new PlantedFault(
                        "H40-hint",
                        "H40",
                        "a question is not widened, as if spans were those of every viewer",
                        "record.EventRecords",
                        "Instant before = within.end().plus(Extents.ANY_ZONE);",
                        "Instant before = within.end();",
                        1),
                new PlantedFault(
                        "H40-series",
                        "H40",
                        "a series is looked for where it began",
                        "record.EventRecords",
                        "if (isLong) {",
                        "if (isLong && !event.isSeries()) {",
                        1),
                new PlantedFault(
                        "H41-channels",
                        "H41",
                        "watch channels outlive their owner",
                        "record.CalendarRemains",
                        "+ new WatchRecords(fenced).erase(WatchTarget.of(id))",
                        "",
                        2),
                new PlantedFault(
                        "H41-mark",
                        "H41",
                        "commits go through while a calendar is erased",
                        "token.Erasure",
                        "marked = desk.calendars().save(mark, marked, marked.value().erased());",
                        "marked = desk.calendars().save(mark, marked, marked.value());",
                        2),
                new PlantedFault(
                        "pages-whole",
                        "design 5",
                        "a page applied in two commits moves the position in the first",
                        "pull.Applier",
                        "held = commit.runMidway();",
                        "held = commit.run(ending.state().apply(held.value()), \"\");",
                        215));
    }

    @Override
    public String toString() {
        return name + " (" + history + "): " + what;
    }
}
