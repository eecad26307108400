package io.calendarsync;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of core's packages: which are API, who may lean on whom, and what never appears in main code. */
class PackageMapTest {

    private static final String ROOT = "io.calendarsync";
    private static final String STORE_SPI = "io.calendarsync.spi.store";
    private static final String ENGINE = "io.calendarsync.engine..";

    /** A package that is not listed does not exist: a new one is added here, with the rules that hold for it. */
    private static final String[] ALL = {
        ROOT,
        "io.calendarsync.model",
        "io.calendarsync.recurrence",
        "io.calendarsync.spi.provider",
        STORE_SPI,
        "io.calendarsync.engine.record",
        "io.calendarsync.engine.token",
        "io.calendarsync.engine.pull",
        "io.calendarsync.engine.plan",
        "io.calendarsync.engine.log",
        "io.calendarsync.engine.agenda",
        "io.calendarsync.engine.watch",
        "io.calendarsync.engine.publish",
        "io.calendarsync.engine.book",
        "io.calendarsync.engine.work",
    };

    /** ArchUnit's own option knows target/test-classes only, not the folder of a quick build. */
    private static final ImportOption MAIN = location -> !location.contains("/test-classes/");

    private static JavaClasses core;

    @BeforeAll
    static void readMainClasses() {
        core = new ClassFileImporter().withImportOption(MAIN).importPackages(ROOT);
        assertThat(core).as("main classes found").isNotEmpty();
    }

    @Test
    void every_class_lives_in_a_package_of_the_map() {
        classes().should().resideInAnyPackage(ALL).check(core);
    }

    @Test
    void the_model_depends_on_no_engine_and_no_spi() {
        noClasses()
                .that()
                .resideInAPackage("io.calendarsync.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ENGINE, "io.calendarsync.spi..")
                .allowEmptyShould(true)
                .check(core);
    }

    @Test
    void recurrence_depends_on_the_model_alone() {
        noClasses()
                .that()
                .resideInAPackage("io.calendarsync.recurrence")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage("io.calendarsync.model", "io.calendarsync.recurrence"))))
                .check(core);
    }

    @Test
    void the_spis_depend_on_no_engine() {
        noClasses()
                .that()
                .resideInAPackage("io.calendarsync.spi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .allowEmptyShould(true)
                .check(core);
    }

    @Test
    void only_the_record_package_and_the_entry_point_talk_to_the_storage_spi() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.calendarsync.engine.record", STORE_SPI, ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STORE_SPI)
                .allowEmptyShould(true)
                .check(core);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "token", "pull", "plan", "log", "watch", "publish", "book", "work"})
    void an_engine_package_uses_no_other_engine_package_but_record_and_plan(String name) {
        String own = "io.calendarsync.engine." + name;
        DescribedPredicate<JavaClass> othersInternals = resideInAPackage(ENGINE)
                .and(not(resideInAnyPackage(own, "io.calendarsync.engine.record", "io.calendarsync.engine.plan")))
                .as("the internals of another engine package");
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(othersInternals)
                .allowEmptyShould(true)
                .check(core);
    }

    @Test
    void the_engine_packages_are_free_of_cycles() {
        slices().matching("io.calendarsync.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(core);
    }

    /** Names of things (a URI) and what records inherit (Serializable) do nothing, so they are no impurity. */
    @Test
    void planning_is_pure() {
        DescribedPredicate<JavaClass> impure = describe(
                "do I/O, log, tell the time or reach the store",
                type -> type.getPackageName().matches("java\\.(io|net|sql|nio\\.file|nio\\.channels)(\\..*)?")
                                && !type.isEquivalentTo(Serializable.class)
                                && !type.isEquivalentTo(URI.class)
                        || type.getPackageName().matches("(javax\\.sql|org\\.slf4j)(\\..*)?")
                        || type.isEquivalentTo(Clock.class)
                        || type.isEquivalentTo(InstantSource.class)
                        || type.isEquivalentTo(Thread.class)
                        || type.getPackageName().equals(STORE_SPI));
        noClasses()
                .that()
                .resideInAPackage("io.calendarsync.engine.plan")
                .should()
                .dependOnClassesThat(impure)
                .allowEmptyShould(true)
                .check(core);
    }

    @Test
    void no_code_reads_the_systems_clock_zone_or_locale() {
        noClasses()
                .should()
                .accessTargetWhere(describe("it is a default of the system", PackageMapTest::isSystemDefault))
                .allowEmptyShould(true)
                .check(core);
    }

    @Test
    void only_the_entry_point_may_choose_the_systems_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .accessTargetWhere(describe(
                        "it is a clock of the system",
                        access -> Stream.of(Clock.class, InstantSource.class)
                                        .anyMatch(access.getTargetOwner()::isEquivalentTo)
                                && access.getName().startsWith("system")))
                .allowEmptyShould(true)
                .check(core);
    }

    private static boolean isSystemDefault(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean noArguments = access.getTarget().getFullName().endsWith("()");
        return owner.getPackageName().startsWith("java.time") && name.equals("now") && noArguments
                || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                || owner.isEquivalentTo(java.time.ZoneId.class) && name.equals("systemDefault")
                || owner.isEquivalentTo(Clock.class) && name.equals("systemDefaultZone")
                || Set.of(TimeZone.class.getName(), Locale.class.getName()).contains(owner.getName())
                        && name.equals("getDefault");
    }
}
