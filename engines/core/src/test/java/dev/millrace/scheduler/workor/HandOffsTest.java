package dev.millrace.scheduler.workor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.millrace.scheduler.workor.WorkOr.Done;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// No hand-off policy that was written is forgotten in the registry.
class HandOffsTest {
  @Test
  void policies_written_areRegistered() {
    var written =
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("dev.millrace.scheduler.workor")
                .stream()
                .filter(type -> type.isAssignableTo(HandOff.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    var registered =
        Arrays.stream(HandOffs.values())
            .map(policy -> policy.share(Done::new, Runnable::run, new HandOffMeter()))
            .map(handOff -> handOff.getClass().getName())
            .collect(Collectors.toSet());
    assertThat(registered).isEqualTo(written);
  }
}
