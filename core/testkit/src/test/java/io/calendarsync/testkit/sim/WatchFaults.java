package io.calendarsync.testkit.sim;

import java.util.List;

/** Faults in keeping watch channels (H28 to H30). */
final class WatchFaults {

    private WatchFaults() {}

    static List<PlantedFault> all() {
        return List.of(
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
                        9));
    }
}
