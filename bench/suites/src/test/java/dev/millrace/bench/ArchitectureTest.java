package dev.millrace.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.millrace.bench");

  @Test
  void classes_imported_areSome() {
    assertThat(CLASSES).hasSizeGreaterThan(20);
  }

  @Test
  void allButTheSuitesOfMechanisms_seeEnginesByTheirInterfaceOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.millrace.bench.suite..", "dev.millrace.bench.rounds..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.millrace.evaluator..",
            "dev.millrace.scheduler..",
            "dev.millrace.pipeline..",
            "dev.millrace.slot..")
        .check(CLASSES);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("dev.millrace.bench.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void suites_areNamedForWhatTheyAre() {
    methods()
        .that()
        .areAnnotatedWith(Benchmark.class)
        .should()
        .beDeclaredInClassesThat()
        .resideInAPackage("dev.millrace.bench.suite")
        .andShould()
        .beDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Benchmark")
        .check(CLASSES);
  }
}
