package dev.millrace.io;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The rules of dependency among the packages of this module.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.millrace.io");

  @Test
  void classes_imported_areThere() {
    assertThat(CLASSES.size()).isGreaterThan(30);
  }

  @Test
  void packages_dependencies_haveNoCycle() {
    slices().matching("dev.millrace.io.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packages_butTheRunner_doNotKnowTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.millrace.io.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "dev.millrace.io.cli..")
        .check(CLASSES);
  }
}
