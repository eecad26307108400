package io.calendarsync.ics.internal.event;

import io.calendarsync.ics.internal.line.ContentLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One component of a calendar: its lines and the components within it. Filled by {@link ComponentReader}. */
final class Component {

    private final String name;
    private final int start;
    private final List<ContentLine> lines = new ArrayList<>();
    private final List<Component> children = new ArrayList<>(0);

    /**
     * Creates an empty one.
     *
     * @param name in upper case
     * @param start where it begins within the feed's text
     */
    Component(String name, int start) {
        this.name = name;
        this.start = start;
    }

    String name() {
        return name;
    }

    boolean is(String upperCaseName) {
        return name.equals(upperCaseName);
    }

    int start() {
        return start;
    }

    List<ContentLine> lines() {
        return lines;
    }

    List<Component> children() {
        return children;
    }

    /** Returns the first line of this name that says anything. */
    Optional<ContentLine> first(String upperCaseName) {
        for (ContentLine line : lines) {
            if (line.is(upperCaseName) && !line.isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Returns all lines of this name that say anything. */
    List<ContentLine> all(String upperCaseName) {
        List<ContentLine> found = new ArrayList<>(0);
        for (ContentLine line : lines) {
            if (line.is(upperCaseName) && !line.isBlank()) {
                found.add(line);
            }
        }
        return found;
    }

    void add(ContentLine line) {
        lines.add(line);
    }

    void add(Component child) {
        children.add(child);
    }
}
