package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class PanelChartsTest {
  @Test
  void all_holdsEveryKind() {
    var written =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PanelChart.class.getPackageName())
                .stream()
                .filter(each -> each.isAssignableTo(PanelChart.class) && !each.isInterface())
                .map(JavaClass::getName)
                .toList();
    assertThat(PanelCharts.ALL)
        .extracting(each -> each.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(written);
  }
}
