package dev.millrace.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  private static final String ROOT = "dev.millrace.reports";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void classes_areFound() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName))
        .contains(
            ROOT,
            ROOT + ".results",
            ROOT + ".statistics",
            ROOT + ".study",
            ROOT + ".chart",
            ROOT + ".page",
            ROOT + ".doctor",
            ROOT + ".gate");
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void reports_knowNeitherEnginesNorJmh() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..")
        .orShould()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("dev.millrace..")
                .and(JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..")))
        .check(CLASSES);
  }

  @Test
  void statistics_dependOnNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".statistics")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage(ROOT + "..")
                .and(JavaClass.Predicates.resideOutsideOfPackage(ROOT + ".statistics")))
        .check(CLASSES);
  }

  @Test
  void gate_drawsNothing() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".gate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".chart", ROOT + ".page", ROOT + ".study", "java.awt..")
        .check(CLASSES);
  }

  @Test
  void classes_areFinalOrInterfaces() {
    assertThat(CLASSES)
        .allMatch(each ->
            each.isInterface()
                || each.isEnum()
                || each.getModifiers().contains(JavaModifier.FINAL)
                || each.isAnonymousClass());
  }
}
