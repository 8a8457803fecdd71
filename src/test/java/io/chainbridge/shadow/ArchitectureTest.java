package io.chainbridge.shadow;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports run one way; what prints, ends the process or knows Gatling stays where it belongs. */
class ArchitectureTest {
  private static final String ROOT = "io.chainbridge.shadow";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Each package with those of ours that it may import; all others it may not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      textBlock =
          """
          settings  : ''
          contract  : ''
          budget    : settings, contract
          load      : settings, budget, contract
          record    : settings, budget, contract
          live      : record, settings
          verdict   : record, settings, budget, contract
          trend     : verdict, record, settings, budget, contract
          metrics   : trend, verdict, record, settings, budget, contract
          report    : metrics, trend, verdict, record, settings, budget, contract
          notice    : report, trend, verdict, record, settings, budget
          governance: settings, contract, budget, record, verdict, report
          tuning    : trend, governance, report, verdict, record, settings, budget, contract
          pipeline  : report, verdict, record, settings, budget, contract
          process   : settings
          reference : settings, process
          service   : settings, budget, reference, process
          fault     : settings, budget, contract, record, process
          gatling   : settings, contract, budget, load, record, live, verdict, trend, metrics, report, process, reference, service, fault, notice
          cli       : settings, contract, budget, load, record, verdict, trend, report, process, reference, fault, gatling, governance, tuning, pipeline, notice
          """)
  void importsRunOneWay(String name, String allowed) {
    String[] others =
        Stream.concat(Stream.of(name), Arrays.stream(allowed.split(", ")))
            .filter(part -> !part.isEmpty())
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    noClasses()
        .that(resideInAPackage(packageOf(name)))
        .should(
            dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(others)))))
        .check(MAIN);
  }

  @Test
  void everyPackageIsOneOfThoseAbove() {
    assertThat(MAIN.getPackage(ROOT).getSubpackages().stream().map(JavaPackage::getRelativeName))
        .containsExactlyInAnyOrder(
            "settings",
            "contract",
            "budget",
            "load",
            "record",
            "live",
            "verdict",
            "trend",
            "metrics",
            "report",
            "notice",
            "process",
            "reference",
            "service",
            "fault",
            "governance",
            "tuning",
            "pipeline",
            "gatling",
            "cli");
  }

  @Test
  void noPackageIsNamedAfterNothing() {
    assertThat(MAIN)
        .extracting(type -> List.of(type.getPackageName().split("\\.")))
        .allSatisfy(
            names ->
                assertThat(names)
                    .doesNotContain("util", "utils", "common", "helper", "impl", "manager"));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void onlyTheBridgeKnowsGatling() {
    noClasses()
        .that(not(resideInAPackage(packageOf("gatling"))))
        .should(dependOnClassesThat(resideInAPackage("io.gatling..")))
        .check(MAIN);
  }

  @Test
  void onlyWhatStreamsKnowsOpenTelemetry() {
    noClasses()
        .that(not(resideInAPackage(packageOf("live"))))
        .should(dependOnClassesThat(resideInAPackage("io.opentelemetry..")))
        .check(MAIN);
  }

  /** But for one: ChildOutput passes on what the reference service's own JVM says on its way. */
  @Test
  void onlyTheBridgeAndTheCommandsPrintOrEndTheProcess() {
    noClasses()
        .that(not(resideInAnyPackage(packageOf("gatling"), packageOf("cli"))))
        .and(not(simpleName("ChildOutput")))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(MAIN);
  }

  private static String packageOf(String name) {
    return ROOT + "." + name + "..";
  }
}
