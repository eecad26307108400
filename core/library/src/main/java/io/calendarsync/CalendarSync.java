package io.calendarsync;

/**
 * Keeps a server application in step with its users' calendars. One instance serves all users; any number of nodes may
 * each have one over the same store. Thread-safe.
 *
 * <p>Starts no thread by itself: {@link Work} runs on what the host gives it.
 *
 * @since 0.1
 */
public interface CalendarSync extends AutoCloseable {

    /** {@return a builder; a store and a provider are all it needs} */
    static CalendarSyncBuilder builder() {
        return new CalendarSyncBuilder();
    }

    /** {@return what connects owners to accounts and feeds} */
    Connections connections();

    /** {@return what reads and reviews calendars} */
    Agenda agenda();

    /** {@return what looks after watch channels} */
    Watches watches();

    /** {@return what puts events into calendars} */
    Publisher publisher();

    /** {@return what takes providers' notifications} */
    Notifications notifications();

    /** {@return what reads the logs and looks after subscribers} */
    Feed feed();

    /** {@return what operators ask and do} */
    Operations operations();

    /** {@return what runs what is due} */
    Work work();

    /**
     * Stops taking up work and waits for the jobs under way, whose leases are kept alive meanwhile: readings end their
     * turn, deliveries end after the entry they are at, and what else was taken up is given back to other nodes. Closes
     * nothing the host gave. May be called again.
     *
     * <p>Called from within a job, by a handler or an adapter, it does not wait for that job.
     */
    @Override
    void close();
}
