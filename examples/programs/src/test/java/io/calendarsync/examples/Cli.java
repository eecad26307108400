package io.calendarsync.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command did, run in this process.
 *
 * @param exit its exit code
 * @param out what it printed, by lines
 * @param err what it said on stderr, by lines
 */
public record Cli(int exit, List<String> out, List<String> err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Cli run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Cli(
                exit, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /** Returns every line as an object; fails where one is none. */
    public List<JsonNode> json() {
        return out.stream().map(Cli::parse).toList();
    }

    /** Returns the objects before the summary. */
    public List<JsonNode> items() {
        return json().subList(0, out.size() - 1);
    }

    public JsonNode summary() {
        return json().get(out.size() - 1);
    }

    public static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
