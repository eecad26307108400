package io.calendarsync.ics.internal.write;

import io.calendarsync.model.Disposition;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Visibility;
import java.util.ArrayList;
import java.util.List;

/** Writes how an event stands: STATUS, TRANSP, X-MICROSOFT-CDO-BUSYSTATUS where that says more, CLASS. */
final class StandingLines {

    private StandingLines() {}

    static List<String> of(Disposition disposition) {
        List<String> lines = new ArrayList<>();
        lines.add("STATUS:" + disposition.status());
        addShowAs(disposition.showAs(), lines);
        if (disposition.visibility() != Visibility.DEFAULT) {
            lines.add("CLASS:" + disposition.visibility());
        }
        return lines;
    }

    /** Working elsewhere blocks no time by itself, as programs treat it that know the word. */
    private static void addShowAs(ShowAs showAs, List<String> lines) {
        switch (showAs) {
            case FREE -> lines.add("TRANSP:TRANSPARENT");
            case BUSY -> lines.add("TRANSP:OPAQUE");
            case TENTATIVE -> lines.addAll(List.of("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"));
            case OUT_OF_OFFICE -> lines.addAll(List.of("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"));
            case WORKING_ELSEWHERE ->
                lines.addAll(List.of("TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"));
            case UNKNOWN -> {}
        }
    }
}
