package org.broadsheet.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom; see docs/ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_UP_THE_LIST = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("org.broadsheet.text..")
            .layer("generator")
            .definedBy("org.broadsheet.generator..")
            .layer("archive")
            .definedBy("org.broadsheet.archive..")
            .layer("kafka")
            .definedBy("org.broadsheet.kafka..")
            .layer("postgres")
            .definedBy("org.broadsheet.postgres..")
            .layer("embedded")
            .definedBy("org.broadsheet.embedded..")
            .layer("job")
            .definedBy("org.broadsheet.job..")
            .layer("cli")
            .definedBy("org.broadsheet.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("job")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("postgres")
            .mayOnlyBeAccessedByLayers("job", "cli")
            .whereLayer("kafka")
            .mayOnlyBeAccessedByLayers("job", "cli")
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("generator")
            .mayOnlyBeAccessedByLayers("cli");

    /** What it knows of a page it wrote there: it must not ask what is tested with it. */
    @ArchTest
    static final ArchRule THE_GENERATOR_IS_ANOTHER_HAND = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.generator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.broadsheet.text.article..",
                    "org.broadsheet.text.mention..",
                    "org.broadsheet.text.number..",
                    "org.broadsheet.text.fact..",
                    "org.broadsheet.text.figure..");

    @ArchTest
    static final ArchRule TEXT_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "java.sql..", "org.postgresql..");

    @ArchTest
    static final ArchRule OPERATORS_HOLD_NO_LANGUAGE = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.job.operators..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.regex..", "com.hankcs..");

    @ArchTest
    static final ArchRule THE_GRAPH_KNOWS_NO_ENDPOINT = noClasses()
            .that()
            .haveSimpleName("FigureGraph")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.broadsheet.kafka..", "org.broadsheet.postgres..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule NO_CLOCK_AND_NO_CHANCE_IN_THE_TEXT = noClasses()
            .that()
            .resideInAPackage("org.broadsheet.text..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule NO_STATIC_STATE_THAT_CHANGES = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$VALUES")
            .should()
            .beFinal()
            .because("lexicons are built once, in open; nothing is shared that changes");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            classes().should().haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)$");
}
