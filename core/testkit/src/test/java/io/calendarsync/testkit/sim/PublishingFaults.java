package io.calendarsync.testkit.sim;

import java.util.List;

/** Faults in publishing (H1, H2, H31 to H35). */
final class PublishingFaults {

    private PublishingFaults() {}

    static List<PlantedFault> all() {
        return List.of(
                new PlantedFault(
                        "publish-lost",
                        "design 10",
                        "a failed write is not tried again",
                        "publish.Lane",
                        "Errand again = errand.again(fault, now, then);",
                        "Errand again = Errand.done(task.id());",
                        29),
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
                        "H41-publications",
                        "H41",
                        "what was to be published outlives its owner",
                        "record.CalendarRemains",
                        "+ publications.over(fenced).erase(id)",
                        "",
                        7),
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
                        2));
    }
}
