package io.calendarsync;

import java.util.List;

/**
 * Why a calendar is as it is.
 *
 * @param calendar how it stands
 * @param findings one sentence each, the weightiest first
 * @param advice what to do, empty where nothing need be done
 * @since 0.1
 */
public record Diagnosis(SyncedCalendar calendar, List<String> findings, String advice) {
    /**
     * Copies the list.
     *
     * @param calendar how it stands
     * @param findings one sentence each, the weightiest first
     * @param advice what to do, empty where nothing need be done
     */
    public Diagnosis {
        findings = List.copyOf(findings);
    }
}
