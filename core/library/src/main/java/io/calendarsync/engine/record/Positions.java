package io.calendarsync.engine.record;

import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.SyncWindow;

/** Positions as fields. */
final class Positions {

    private Positions() {}

    static Fields write(Position position) {
        if (position instanceof Position.Start start) {
            return Fields.none()
                    .put("from", start.window().from())
                    .put("until", start.window().until());
        }
        if (position instanceof Position.NextPage page) {
            return Fields.none().put("page", page.token()).put("base", write(page.base()));
        }
        return Fields.none().put("cursor", ((Position.Cursor) position).token());
    }

    static Position read(Fields fields) {
        if (fields.has("cursor")) {
            return new Position.Cursor(fields.text("cursor"));
        }
        if (fields.has("page")) {
            return new Position.NextPage(read(fields.child("base").orElseThrow()), fields.text("page"));
        }
        return new Position.Start(new SyncWindow(fields.instant("from"), fields.instant("until")));
    }
}
