package io.calendarsync.testkit.provider;

import io.calendarsync.spi.provider.CalendarProvider;
import io.calendarsync.spi.provider.Position;
import io.calendarsync.spi.provider.ProviderSession;
import io.calendarsync.spi.provider.SyncWindow;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** One fault each, and the test of the contract that is there to catch it. */
enum PlantedFault {
    DROPS_THE_LAST_PAGE("listing_overManyPages_tellsEveryEventAndNoOther", sessions(BrokenPages.DropsTheLastPage::new)),
    TAKES_A_SHORT_PAGE_FOR_THE_LAST(
            "listing_overManyPages_tellsEveryEventAndNoOther",
            Behaviour.builder().shortPages(0.5).build(),
            sessions(BrokenPages.TakesAShortPageForTheLast::new)),
    FORGETS_TOMBSTONES(
            "removal_afterTheCursor_isToldByATombstoneOrByAbsenceFromTheWhole",
            sessions(BrokenPages.ForgetsTombstones::new)),
    FORGETS_NEW_OVERRIDES(
            "override_createdAfterTheCursor_isToldInTheNextRound", sessions(BrokenChanges.ForgetsNewOverrides::new)),
    FORGETS_EDITS_OF_OVERRIDES(
            "override_editedAfterTheCursor_isToldInTheNextRound", sessions(BrokenChanges.ForgetsEditsOfOverrides::new)),
    FORGETS_REMOVED_OVERRIDES(
            "override_removedAfterTheCursor_isToldAsGone", sessions(BrokenChanges.ForgetsRemovedOverrides::new)),
    FORGETS_CANCELLED_OVERRIDES(
            "override_cancelledAfterTheCursor_isToldAsCancelled",
            sessions(BrokenChanges.ForgetsCancelledOverrides::new)),
    TELLS_CANCELLED_OVERRIDES_AS_GONE(
            "override_cancelledAfterTheCursor_isToldAsCancelled",
            sessions(BrokenChanges.TellsCancelledOverridesAsGone::new)),
    FORGETS_CANCELLED_EVENTS(
            "event_cancelledAfterTheCursor_isToldAsCancelledOrGone",
            sessions(BrokenChanges.ForgetsCancelledEvents::new)),
    KEEPS_VERSION_TAGS(
            "change_afterTheCursor_isToldInTheNextRoundUnderTheSameId", sessions(BrokenChanges.KeepsVersionTags::new)),
    FETCHES_FROM_A_CACHE("fetch_afterAnEdit_givesTheEventAsItIsNow", BrokenChanges.FetchesFromACache::new),
    CHANGES_IDS_BETWEEN_ROUNDS(
            "ids_ofEventsNobodyTouched_areTheSameInEveryListing", sessions(BrokenPages.ChangesIdsBetweenRounds::new)),
    FLIPS_COVERAGE_MID_ROUND(
            "listing_everyPage_saysThatItIsPartOfTheWhole", sessions(BrokenPages.FlipsCoverageMidRound::new)),
    FAILS_THE_PAGE_OF_A_POISON_ITEM(
            "listing_withAnItemNobodyCanRead_tellsItAsDegradedAndAllOthersWhole",
            sessions(BrokenPages.FailsThePageOfAPoisonItem::new)),
    DROPS_A_POISON_ITEM(
            "listing_withAnItemNobodyCanRead_tellsItAsDegradedAndAllOthersWhole",
            sessions(BrokenPages.DropsAPoisonItem::new)),
    SWALLOWS_A_LOST_CURSOR(
            "cursor_thatWasLost_isRefusedAndNeverAnsweredAsIfNothingHadChanged",
            sessions(BrokenPositions.SwallowsALostCursor::new)),
    RETURNS_THE_FIRST_CURSOR_AS_THE_LAST(
            "rounds_whenNothingHappens_becomeQuiet", sessions(BrokenPositions.ReturnsTheFirstCursorAsTheLast::new)),
    TAKES_A_CURSOR_OF_ITS_OWN_AT_THE_END(
            "edit_whilePaging_isToldByTheRestOfTheRoundOrAfterIt",
            sessions(BrokenPositions.TakesACursorOfItsOwnAtTheEnd::new)),
    MIXES_UP_THE_BASE(
            "changes_everyPage_saysTheSameCoverageAndWhereItsRoundBegan",
            sessions(whole -> new BrokenPositions.MixesUpTheBase(
                    whole, new Position.Start(new SyncWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)))))),
    KEEPS_POSITIONS_IN_THE_SESSION(
            "cursor_inANewSession_goesOnWhereItStood", sessions(BrokenPositions.KeepsPositionsInTheSession::new)),
    SHARES_POSITIONS_BETWEEN_SESSIONS(
            "sessions_inTurn_doNotDisturbEachOther", BrokenPositions.SharesPositionsBetweenSessions::new),
    TAKES_A_MISSING_CALENDAR_FOR_EMPTY(
            "calendar_thatWasUnshared_isNotFoundAndNeverEmpty",
            sessions(BrokenAnswers.TakesAMissingCalendarForEmpty::new)),
    TAKES_A_MISSING_EVENT_FOR_A_MISSING_CALENDAR(
            "fetch_ofAnEventThatIsNotThere_isEmptyAndNoFault",
            sessions(BrokenAnswers.TakesAMissingEventForAMissingCalendar::new)),
    FORGETS_NAMES("creation_sentTwice_makesOneEvent", sessions(BrokenWrites.ForgetsNames::new)),
    WRITES_OVER_ANY_VERSION(
            "write_overAVersionThatIsNoMore_isStaleAndWritesNothing", sessions(BrokenWrites.WritesOverAnyVersion::new)),
    DELETES_ANY_VERSION(
            "write_overAVersionThatIsNoMore_isStaleAndWritesNothing", sessions(BrokenWrites.DeletesAnyVersion::new)),
    TAKES_A_MISSING_CALENDAR_FOR_A_MISSING_EVENT(
            "write_toACalendarThatIsNotThere_isNotFound",
            sessions(BrokenWrites.TakesAMissingCalendarForAMissingEvent::new)),
    CLEARS_WHAT_IS_LEFT_OPEN(
            "update_changesWhatTheDraftSays_andNothingElse", sessions(BrokenWrites.ClearsWhatIsLeftOpen::new)),
    TRIES_WRITES_AGAIN("write_thatFails_isSentOnce", sessions(BrokenWrites.TriesWritesAgain::new)),
    DROPS_THE_MARK(
            "creation_isAnsweredAsItIsFetchedAndListed_andBearsOurMark", sessions(BrokenWrites.DropsTheMark::new)),
    RETRIES_BY_ITSELF("fault_ofAnyKind_isReportedAfterOneRequest", sessions(BrokenAnswers.RetriesByItself::new)),
    FORGETS_THE_PAUSE("tooManyRequests_isARateLimitWithThePauseAskedFor", sessions(BrokenAnswers.ForgetsThePause::new)),
    BLAMES_THE_REQUEST("serverError_meansUnavailable", sessions(BrokenAnswers.BlamesTheRequest::new)),
    SHOWS_THE_ADDRESS("faults_showNoSecret", whole -> new BrokenProvider(whole, BrokenAnswers.ShowsTheAddress::new)),
    OFFERS_NO_WATCHES(
            "watches_areOfferedExactlyWhereTheStandInCanBeWatched", sessions(BrokenWatches.OffersNothing::new)),
    FORGETS_TO_STOP("channel_thatIsGranted_tellsOfEditsUntilItIsStopped", sessions(BrokenWatches.ForgetsToStop::new)),
    MIXES_UP_SECRETS("channel_thatIsGranted_tellsOfEditsUntilItIsStopped", sessions(BrokenWatches.MixesUpSecrets::new)),
    TAKES_SECONDS_FOR_MILLISECONDS(
            "channel_thatIsGranted_tellsOfEditsUntilItIsStopped",
            sessions(BrokenWatches.TakesSecondsForMilliseconds::new)),
    FAILS_TO_EXTEND("channel_extended_lastsLongerOrIsRefusedWithoutAFault", sessions(BrokenWatches.FailsToExtend::new)),
    TAKES_EVERY_REQUEST_FOR_ITS_OWN(
            "push_foreignRequests_areRecognisedAsForeign", BrokenAnswers.TakesEveryRequestForItsOwn::new);

    final String caughtBy;
    final Behaviour behaviour;
    final UnaryOperator<CalendarProvider> breakage;

    PlantedFault(String caughtBy, UnaryOperator<CalendarProvider> breakage) {
        this(caughtBy, Behaviour.plain(), breakage);
    }

    PlantedFault(String caughtBy, Behaviour behaviour, UnaryOperator<CalendarProvider> breakage) {
        this.caughtBy = caughtBy;
        this.behaviour = behaviour;
        this.breakage = breakage;
    }

    private static UnaryOperator<CalendarProvider> sessions(UnaryOperator<ProviderSession> breakage) {
        return whole -> new BrokenProvider(whole, (session, context) -> breakage.apply(session));
    }
}
