package dev.millrace.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class SectionsTest {
  @Test
  void all_holdsEverySection() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Section.class.getPackageName());
    assertThat(Sections.ALL)
        .extracting(each -> each.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(
            classes.stream()
                .filter(each -> each.isAssignableTo(Section.class) && !each.isInterface())
                .map(JavaClass::getName)
                .toList());
  }

  @Test
  void ids_areDifferentAndPlain() {
    assertThat(Sections.ALL)
        .extracting(Section::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z]+"));
  }
}
