package io.calendarsync.engine.agenda;

import io.calendarsync.FaultSource;
import io.calendarsync.InvalidRequest;
import io.calendarsync.ProviderUnavailable;
import io.calendarsync.WorkingHours;
import io.calendarsync.engine.record.Commit;
import io.calendarsync.engine.record.HoursRecords;
import io.calendarsync.engine.record.Keyspace;
import io.calendarsync.engine.record.OwnerRecords;
import io.calendarsync.engine.record.Records;
import io.calendarsync.model.OwnerId;
import java.util.Optional;

/** Stores when owners can be booked. Thread-safe. */
public final class OwnerHours {

    private final Records records;
    private final OwnerRecords owners;
    private final HoursRecords hours;

    /** Creates it. */
    public OwnerHours(Records records, OwnerRecords owners, HoursRecords hours) {
        this.records = records;
        this.owners = owners;
        this.hours = hours;
    }

    /** Returns the hours of an owner. */
    public Optional<WorkingHours> find(OwnerId owner) {
        return hours.find(Keyspace.ownerKey(owner));
    }

    /** Stores the hours of an owner. */
    public void store(OwnerId owner, WorkingHours working) {
        String ownerKey = Keyspace.ownerKey(owner);
        Commit commit = records.begin();
        owners.mustLive(commit, ownerKey);
        hours.put(commit, ownerKey, working);
        if (commit.run()) {
            return;
        }
        if (owners.erasing(ownerKey).isPresent()) {
            throw new InvalidRequest("The owner is being erased: try again later", FaultSource.unknown());
        }
        throw new ProviderUnavailable(
                "The owner's hours are being changed by others: try again in a moment", FaultSource.unknown());
    }
}
