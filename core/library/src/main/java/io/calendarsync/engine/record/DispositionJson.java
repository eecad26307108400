package io.calendarsync.engine.record;

import io.calendarsync.model.Disposition;
import io.calendarsync.model.EventKind;
import io.calendarsync.model.EventStatus;
import io.calendarsync.model.ShowAs;
import io.calendarsync.model.Visibility;
import java.io.IOException;

/** How an event stands in its calendar. */
final class DispositionJson {

    private static final Disposition USUAL = Disposition.ordinary();

    private DispositionJson() {}

    static void write(JsonOut out, Disposition disposition) throws IOException {
        out.constant("status", disposition.status(), USUAL.status(), Fallbacks.STATUS);
        out.constant("showAs", disposition.showAs(), USUAL.showAs(), Fallbacks.SHOW_AS);
        out.constant("visibility", disposition.visibility(), USUAL.visibility(), Fallbacks.VISIBILITY);
        out.constant("kind", disposition.kind(), USUAL.kind(), Fallbacks.KIND);
    }

    static Disposition read(JsonIn in) throws IOException {
        EventStatus status = USUAL.status();
        ShowAs showAs = USUAL.showAs();
        Visibility visibility = USUAL.visibility();
        EventKind kind = USUAL.kind();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "status" -> status = in.constant(name, Fallbacks.STATUS);
                case "showAs" -> showAs = in.constant(name, Fallbacks.SHOW_AS);
                case "visibility" -> visibility = in.constant(name, Fallbacks.VISIBILITY);
                case "kind" -> kind = in.constant(name, Fallbacks.KIND);
                default -> in.unknown(name);
            }
        }
        return new Disposition(status, showAs, visibility, kind);
    }
}
