package io.calendarsync.ics.internal.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.Test;

/**
 * Holds our content lines against those of ical4j's tokenizer over the same unfolded text, in a test favourable to it:
 * lines that are none are left out beforehand. Where it gets through a file, both say the same, save lists of quoted
 * parameter values, whose second value it takes for the line's.
 */
class TokenizerComparisonTest {

    @Test
    void lines_are_those_of_another_tokenizer() throws IOException {
        Path corpus = Path.of(System.getProperty("calendarsync.shared", "../../shared"), "data", "ics-corpus");
        assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
        int files = 0;
        int failed = 0;
        int lists = 0;
        List<String> different = new ArrayList<>();
        for (String row : Files.readAllLines(corpus.resolve("manifest.tsv"), StandardCharsets.UTF_8)) {
            String[] columns = row.split("\t");
            if (columns[1].equals("calendar")) {
                files++;
                FeedText text = FeedText.consuming(Files.readAllBytes(corpus.resolve(columns[0])), Optional.empty());
                List<String> theirs = theirs(text);
                boolean equal = ours(text).equals(theirs);
                failed += theirs.isEmpty() ? 1 : 0;
                lists += !equal && !theirs.isEmpty() && hasListOfQuoted(text) ? 1 : 0;
                if (!equal && !theirs.isEmpty() && !hasListOfQuoted(text)) {
                    different.add(columns[0]);
                }
            }
        }
        System.out.println(String.format(
                Locale.ROOT,
                "ical4j's tokenizer over our unfolding: of %d complete calendars %d fail, %d are misread",
                files,
                failed,
                lists));
        assertThat(different).isEmpty();
        assertThat(failed).isLessThan(files / 20);
    }

    private static boolean hasListOfQuoted(FeedText text) {
        ContentLines lines = text.lines(Integer.MAX_VALUE);
        for (ContentLine line = lines.next(); line != null; line = lines.next()) {
            if (line.verbatim().contains("\",\"")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> ours(FeedText text) {
        List<String> said = new ArrayList<>();
        ContentLines lines = text.lines(Integer.MAX_VALUE);
        for (ContentLine line = lines.next(); line != null; line = lines.next()) {
            boolean frame = line.is("BEGIN") || line.is("END");
            said.add(line.name() + ":" + (frame ? line.keyword() : line.value().strip()));
        }
        return said;
    }

    /** Returns nothing where it fails. */
    private static List<String> theirs(FeedText text) {
        StringBuilder unfolded = new StringBuilder();
        ContentLines lines = text.lines(Integer.MAX_VALUE);
        for (ContentLine line = lines.next(); line != null; line = lines.next()) {
            unfolded.append(line.verbatim()).append("\r\n");
        }
        Said said = new Said();
        try {
            new CalendarParserImpl().parse(new StringReader(unfolded.toString()), said);
            return said.lines;
        } catch (IOException | ParserException e) {
            return List.of();
        }
    }

    private static final class Said implements ContentHandler {

        private final List<String> lines = new ArrayList<>();
        private String name = "";

        private void say(String property, String value) {
            lines.add(property.toUpperCase(Locale.ROOT) + ":" + value.strip());
        }

        @Override
        public void startCalendar() {
            say("BEGIN", "VCALENDAR");
        }

        @Override
        public void endCalendar() {
            say("END", "VCALENDAR");
        }

        @Override
        public void startComponent(String component) {
            say("BEGIN", component.toUpperCase(Locale.ROOT));
        }

        @Override
        public void endComponent(String component) {
            say("END", component.toUpperCase(Locale.ROOT));
        }

        @Override
        public void startProperty(String property) {
            name = property;
        }

        @Override
        public void propertyValue(String value) {
            say(name, value);
        }

        @Override
        public void endProperty(String property) {
            name = "";
        }

        @Override
        public void parameter(String parameter, String value) {
            assertThat(parameter).isNotEmpty();
        }
    }
}
