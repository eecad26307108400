package io.calendarsync.engine.publish;

import io.calendarsync.engine.record.ConnectionRecord;
import io.calendarsync.spi.provider.ProviderSession;

/** Opens sessions. Thread-safe. */
public interface Sessions {

    /** Opens a session of a stored connection, which the caller closes. */
    ProviderSession open(ConnectionRecord connection);
}
