package io.calendarsync.spi.provider;

/**
 * A session with a provider that tells of changes by HTTP. Like every method of a session, these report trouble as one of
 * {@link io.calendarsync.CalendarSyncException}'s leaves and never retry.
 *
 * @since 0.1
 */
public interface WatchableSession extends ProviderSession {

    /**
     * Asks to be told. The library has written the request down before; a provider that calls back before it answers is
     * fine, and so is one that grants a channel whose answer is lost.
     *
     * @param request what to watch, and where and as what to tell
     * @return the channel, or why there is none to be had
     */
    WatchAnswer watch(WatchRequest request);

    /**
     * Makes a channel last longer; a provider whose channels cannot answers {@link WatchAnswer.Unwatchable} without a
     * remote call, and gets a new one instead.
     *
     * @param request what the channel was opened with, its life counted from now
     * @param channel the channel
     * @return the channel as it is now
     * @throws io.calendarsync.NotFound if there is no such channel any more
     */
    WatchAnswer extend(WatchRequest request, WatchChannel channel);

    /**
     * Ends a channel; one that has ended already is fine.
     *
     * @param channel the channel
     */
    void stop(WatchChannel channel);
}
