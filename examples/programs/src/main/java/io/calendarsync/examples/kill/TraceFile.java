package io.calendarsync.examples.kill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a traced run noted: {@code begin 7 calendar,event} and {@code end 7 calendar,event printed=0}.
 *
 * @param lines whole lines, in order
 */
record TraceFile(List<String> lines) {

    static TraceFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new TraceFile(List.of());
        }
        String text = Files.readString(file, US_ASCII);
        return new TraceFile(
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
    }

    /** Returns how many commits were begun. */
    int commits() {
        return (int) lines.stream().filter(line -> line.startsWith("begin ")).count();
    }

    /** Returns whether the last commit begun was not seen to end. */
    boolean isInsideCommit() {
        return !lines.isEmpty() && lines.get(lines.size() - 1).startsWith("begin ");
    }

    /** Returns where the run stood, for people. */
    String place() {
        if (lines.isEmpty()) {
            return "before the first commit";
        }
        String[] last = lines.get(lines.size() - 1).split(" ", -1);
        return (isInsideCommit() ? "inside commit " : "after commit ") + last[1] + " of " + last[2];
    }

    /** Returns how many printed changes were acknowledged: those printed before progress was last saved. */
    int acknowledged() {
        int acknowledged = 0;
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("end") && List.of(words[2].split(",", -1)).contains("progress")) {
                acknowledged = Integer.parseInt(words[3].substring("printed=".length()));
            }
        }
        return acknowledged;
    }
}
