package dev.millrace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.millrace.engine.Engine;
import dev.millrace.optimiser.Rewrite;
import dev.millrace.optimiser.Rewrites;
import dev.millrace.pipeline.Evaluator;
import dev.millrace.scheduler.ComposedEngine;
import dev.millrace.scheduler.Scheduler;
import dev.millrace.slot.Slot;
import dev.millrace.slot.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What may depend on what, and that nothing that was written was forgotten in a registry.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("dev.millrace");

  @Test
  void classes_imported_areNotNone() {
    assertThat(CLASSES.size()).isGreaterThan(100);
  }

  @Test
  void packages_dependOnEachOther_withoutCycles() {
    slices().matching("dev.millrace.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void core_dependsOn_theJdkOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "dev.millrace..", "java..", "javax.management..", "org.jspecify.annotations.."))
        .check(CLASSES);
  }

  @Test
  void evaluators_andSchedulers_doNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("dev.millrace.evaluator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.millrace.scheduler..", "dev.millrace.slot..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.millrace.scheduler..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.millrace.evaluator..")
        .check(CLASSES);
  }

  @Test
  void implementations_ofOneAxis_doNotKnowEachOther() {
    slices()
        .matching("dev.millrace.scheduler.(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  /// What an evaluator cannot do it leaves to a slower one; none leaves anything to the reference.
  @Test
  void evaluators_dependOn_slowerOnesOnly() {
    List<String> bySpeed = List.of("eager", "fused", "vectorised", "compiled", "tiered");
    for (int i = 0; i < bySpeed.size(); i++) {
      List<String> others = new ArrayList<>(bySpeed.subList(i + 1, bySpeed.size()));
      others.addAll(i == 0 ? List.of() : List.of("eager"));
      if (!others.isEmpty()) {
        noClasses()
            .that()
            .resideInAPackage("dev.millrace.evaluator." + bySpeed.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                others.stream()
                    .map(other -> "dev.millrace.evaluator." + other + "..")
                    .toArray(String[]::new))
            .check(CLASSES);
      }
    }
  }

  @Test
  void reference_sharesNoEvaluationCode() {
    noClasses()
        .that()
        .resideInAPackage("dev.millrace.evaluator.eager..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.millrace.pipeline..")
        .check(CLASSES);
  }

  @Test
  void implementations_written_areRegistered() {
    assertThat(registeredParts()).containsAll(written(Evaluator.class));
    assertThat(registeredParts()).containsAll(written(Scheduler.class));
    assertThat(registeredParts()).containsAll(written(Engine.class));
    assertThat(Arrays.stream(Slots.values()).map(slots -> slots.create().getClass().getName()))
        .containsExactlyInAnyOrderElementsOf(written(Slot.class));
    assertThat(Rewrites.all())
        .extracting(rewrite -> rewrite.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(written(Rewrite.class));
  }

  private static Set<String> registeredParts() {
    Set<String> parts = new HashSet<>();
    for (Engines registered : Engines.values()) {
      parts.add(registered.engine().getClass().getName());
      if (registered.engine() instanceof ComposedEngine(var evaluator, var scheduler, _)) {
        parts.add(evaluator.getClass().getName());
        parts.add(scheduler.getClass().getName());
      }
    }
    return parts;
  }

  private static Set<String> written(Class<?> axis) {
    Set<JavaClass> implementations =
        CLASSES.stream()
            .filter(type -> type.isAssignableTo(axis) && !type.isInterface())
            .filter(type -> !type.isAnonymousClass())
            .collect(Collectors.toSet());
    assertThat(implementations)
        .isNotEmpty()
        .allMatch(type -> type.getModifiers().contains(JavaModifier.FINAL));
    return implementations.stream().map(JavaClass::getName).collect(Collectors.toSet());
  }
}
