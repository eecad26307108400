package io.calendarsync.testkit.store.planted;

import io.calendarsync.spi.store.InMemorySyncStore;
import io.calendarsync.spi.store.SyncStore;
import io.calendarsync.testkit.store.Death;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One fault in an otherwise right store, and the test that is there to catch it. */
enum PlantedFault {
    NONE("", Sharing.ALL, store -> store),

    WRITES_ONE_BY_ONE("commit_lastWriteIsStale_nothingIsApplied", CommitFaults.WritesOneByOne::new),
    SPLITS_LARGE_BATCHES(
            "commit_fullBatchWithItsLastWriteStale_nothingIsApplied", CommitFaults.SplitsLargeBatches::new),
    IGNORES_CHECKS("check_thatDoesNotHold_isStale", CommitFaults.IgnoresChecks::new),
    DELETES_ANY_VERSION("delete_ofAnotherVersion_isStale", CommitFaults.DeletesAnyVersion::new),
    DELETES_ABSENT_KEYS("delete_ofAnAbsentKey_isStale", CommitFaults.DeletesAbsentKeys::new),
    OVERWRITES_INSTEAD_OF_CREATING(
            "putExpectingAbsent_onAnExistingKey_isStale", CommitFaults.OverwritesInsteadOfCreating::new),
    TREATS_ANY_AS_ABSENT("putExpectingAny_createsAndReplaces", CommitFaults.TreatsAnyAsAbsent::new),
    COUNTS_WRITES_INSTEAD_OF_COMPARING_VERSIONS(
            "keyDeletedAndCreatedAgain_doesNotMatchItsOldVersion",
            CommitFaults.CountsWritesInsteadOfComparingVersions::new),
    COMPARES_VERSIONS_AS_DOUBLES(
            "versions_thatDifferInOneBit_areDifferent", CommitFaults.ComparesVersionsAsDoubles::new),
    NAMES_EVERY_KEY_AS_STALE(
            "stale_ofSeveralFailedExpectations_namesOnlyThose", CommitFaults.NamesEveryKeyAsStale::new),
    LEAVES_HALF_BEHIND_WHEN_IT_DIES(
            "killedBeforeTheCommit_leavesNothingAndMayBeRepeated",
            Sharing.DYING_BEFORE,
            CommitFaults.LeavesHalfBehindWhenItDies::new),
    LOSES_WHAT_IT_ANSWERED(
            "killedAfterTheCommit_leavesAllAndTheRepetitionIsStale",
            Sharing.DYING_AFTER,
            CommitFaults.LosesWhatItAnswered::new),

    CHECKS_BEFORE_THE_COMMIT("checkOfAVersion_holdsAtTheMomentOfTheCommit", RaceFaults.ChecksBeforeTheCommit::new),
    CHECKS_ABSENCE_BEFORE_THE_COMMIT(
            "checkOfAnAbsentKey_holdsAtTheMomentOfTheCommit", RaceFaults.ChecksAbsenceBeforeTheCommit::new),
    COMPARES_THEN_REPLACES("twoReplacementsOfOneVersion_oneWins", RaceFaults.ComparesThenReplaces::new),
    LOOKS_THEN_CREATES("twoCreationsOfOneKey_oneWins", RaceFaults.LooksThenCreates::new),
    LOCKS_IN_THE_ORDER_OF_USE(
            "batchesThatWantTheSameKeysInOppositeRoles_areAnsweredInTime", RaceFaults.LocksInTheOrderOfUse::new),
    CACHES_READS("replacedInOneStore_isSeenByTheOther", Sharing.EACH, RaceFaults.CachesReads::new),

    FOLDS_CASE("ids_thatLookAlike_areDifferent", KeyFaults::foldsCase),
    IGNORES_TRAILING_SPACES("ids_thatLookAlike_areDifferent", KeyFaults::ignoresTrailingSpaces),
    ENDS_KEYS_AT_NUL("ids_thatLookAlike_areDifferent", KeyFaults::endsKeysAtNul),
    COMPOSES_ACCENTS("ids_thatLookAlike_areDifferent", KeyFaults::composesAccents),
    REPLACES_SUPPLEMENTARY_CHARACTERS("ids_thatLookAlike_areDifferent", KeyFaults::replacesSupplementaryCharacters),
    CUTS_LONG_KEYS("keys_ofFullLength_areKept", KeyFaults::cutsLongKeys),
    JOINS_PARTITION_AND_ID_WITH_A_SLASH(
            "keys_whosePartsJoinToTheSameText_areDifferent", KeyFaults::joinsPartitionAndIdWithASlash),

    KEEPS_MILLISECONDS("instants_fromYear1To9999_areKeptToTheMicrosecond", ValueFaults::keepsMilliseconds),
    COUNTS_NANOSECONDS_IN_A_LONG(
            "instants_fromYear1To9999_areKeptToTheMicrosecond", ValueFaults::countsNanosecondsInALong),
    COUNTS_MICROSECONDS_TOWARDS_ZERO(
            "instants_fromYear1To9999_areKeptToTheMicrosecond", ValueFaults::countsMicrosecondsTowardsZero),
    CUTS_PAYLOADS_AT_64_KILOBYTES("payloads_ofAnyBytes_areKept", ValueFaults::cutsPayloadsAt64Kilobytes),
    FORGETS_UNTIL_WHEN_REPLACING("put_overARecord_replacesAllOfIt", ValueFaults::forgetsUntilWhenReplacing),
    KEEPS_THE_OLD_PAYLOAD_FOR_AN_EMPTY_ONE(
            "put_overARecord_replacesAllOfIt", ValueFaults::keepsTheOldPayloadForAnEmptyOne),
    TAKES_AN_EMPTY_TEXT_FOR_NULL("fingerprints_ofAnyText_areKept", ValueFaults::takesAnEmptyTextForNull),

    EXCLUDES_FROM("from_isInclusive", ScanFaults::excludesFrom),
    INCLUDES_BEFORE("before_isExclusive", ScanFaults::includesBefore),
    CUTS_BOUNDS_TO_MICROSECONDS("bounds_betweenMicroseconds_areExact", ScanFaults::cutsBoundsToMicroseconds),
    ENDS_AT_THE_LAST_WHOLE_SECOND(
            "bounds_beyondTheFirstAndLastInstant_leaveNothingOut", ScanFaults::endsAtTheLastWholeSecond),
    IGNORES_THE_PARTITION("partition_narrowsTheScan", ScanFaults::ignoresThePartition),
    TAKES_THE_EMPTY_PARTITION_FOR_ALL("emptyPartition_isAPartitionOfItsOwn", ScanFaults::takesTheEmptyPartitionForAll),
    ORDERS_BY_UTF16("ids_areOrderedByTheirBytes", ScanFaults::ordersByUtf16),
    ORDERS_BY_SIGNED_BYTES("partitions_areOrderedByTheirBytes", ScanFaults::ordersBySignedBytes),
    ORDERS_BY_PARTITION_FIRST("noPartition_scansAllOfThemInOneOrder", ScanFaults::ordersByPartitionFirst),
    SKIPS_EQUAL_INSTANTS_AT_PAGE_BORDERS(
            "anyPageSize_givesEveryRecordOnce", store -> new ScanFaults.PagesByInstant(store, false)),
    REPEATS_EQUAL_INSTANTS_AT_PAGE_BORDERS(
            "anyPageSize_givesEveryRecordOnce", store -> new ScanFaults.PagesByInstant(store, true)),
    PAGES_BY_OFFSET("recordsBeforeThePageDeleted_losesNothing", ScanFaults.PagesByOffset::new),
    PAGES_BY_RECORD("lastRecordOfAPageDeleted_losesNothing", ScanFaults.PagesByRecord::new),
    KEEPS_TOKENS_TO_ITSELF(
            "token_inAnotherStore_goesOnAfterThePage", Sharing.EACH, PageFaults.KeepsTokensToItself::new),
    TAKES_A_TOKEN_ONCE("token_usedAgain_goesOnAfterThePageAgain", PageFaults.TakesATokenOnce::new),
    FORGETS_OLD_TOKENS("token_usedMuchLater_goesOnAfterThePage", PageFaults.ForgetsOldTokens::new),
    COUNTS_PAGES("token_withAnotherPageSize_goesOnAfterThePage", PageFaults.CountsPages::new),
    PAGES_A_SNAPSHOT("deletedAfterThePage_doesNotComeOnTheNext", PageFaults.PagesASnapshot::new),
    PAGES_A_SNAPSHOT_WITHOUT_THE_DELETED(
            "replacedAfterThePage_comesOnTheNextAsItIsNow", PageFaults.PagesASnapshotWithoutTheDeleted::new),
    PAGES_A_LIST_OF_KEYS("createdAheadOfThePage_comesOnTheNext", PageFaults.PagesAListOfKeys::new),
    SKIPS_ONE_IN_SWEEPS("onePartitionWithoutPayloads_ofThousands_givesEveryRecordOnce", PageFaults::skipsOneInSweeps),
    SKIPS_ONE_IN_LARGE_PAGES_OF_A_PARTITION(
            "onePartitionWithPayloads_ofThousands_givesEveryRecordOnce", PageFaults::skipsOneInLargePagesOfAPartition),
    SKIPS_ONE_IN_LARGE_PAGES_OF_A_COLLECTION(
            "allPartitions_ofThousands_giveEveryRecordOnce", PageFaults::skipsOneInLargePagesOfACollection),
    SKIPS_ONE_IN_PAGES_OF_A_QUEUE(
            "rangesOfAllPartitions_ofThousands_giveEveryRecordOnce", PageFaults::skipsOneInPagesOfAQueue),
    LOSES_FINGERPRINTS_WITHOUT_PAYLOADS(
            "scanWithoutPayloads_returnsEverythingElse", ScanFaults.LosesFingerprintsWithoutPayloads::new),
    LEAVES_MOVED_RECORDS_BEHIND(
            "recordWhoseAtMoved_isFoundAtItsNewPlaceOnly", ScanFaults.LeavesMovedRecordsBehind::new);

    /** Who gets a broken store. */
    private enum Sharing {
        /** All of one test share one. */
        ALL,
        /** Each instance is a broken one of its own. */
        EACH,
        /** Only the instances that die before the commit are broken. */
        DYING_BEFORE,
        /** Only the instances that die after the commit are broken. */
        DYING_AFTER
    }

    private final String catchingTest;
    private final Sharing sharing;
    private final UnaryOperator<SyncStore> breaking;

    PlantedFault(String catchingTest, UnaryOperator<SyncStore> breaking) {
        this(catchingTest, Sharing.ALL, breaking);
    }

    PlantedFault(String catchingTest, Sharing sharing, UnaryOperator<SyncStore> breaking) {
        this.catchingTest = catchingTest;
        this.sharing = sharing;
        this.breaking = breaking;
    }

    String catchingTest() {
        return catchingTest;
    }

    /** A fresh database whose stores have the fault. */
    Database database() {
        return new Database();
    }

    final class Database {
        private final SyncStore healthy = new InMemorySyncStore();
        private final SyncStore shared = breaking.apply(healthy);

        SyncStore open() {
            return switch (sharing) {
                case ALL -> shared;
                case EACH -> breaking.apply(healthy);
                case DYING_BEFORE, DYING_AFTER -> healthy;
            };
        }

        Optional<SyncStore> openDying(Death moment) {
            Sharing broken = moment == Death.BEFORE_COMMIT ? Sharing.DYING_BEFORE : Sharing.DYING_AFTER;
            return Optional.of(sharing == broken ? shared : new DyingStore(healthy, moment));
        }
    }
}
