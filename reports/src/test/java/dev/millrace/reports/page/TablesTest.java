package dev.millrace.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TablesTest {
  @Test
  void of_columnsOfWordsAndNumbers_headsStandOnTheirSide() {
    var row =
        Html.of(
            "tr",
            Html.of("th", "a").with("scope", "row"),
            Html.of("td", "late").with("class", "words warn"),
            Html.of("td", "3"));
    assertThat(text(Tables.of("Checks", List.of("check", "verdict", "count"), List.of(row))))
        .contains("<th scope=\"col\">check</th>")
        .contains("<th scope=\"col\" class=\"words\">verdict</th>")
        .contains("<th scope=\"col\">count</th>");
  }

  @Test
  void of_noRows_hasHeads() {
    assertThat(text(Tables.of("Checks", List.of("check", ""), List.of())))
        .contains("<th scope=\"col\">check</th>", "<td></td>");
  }

  private static String text(Html html) {
    var text = new StringBuilder();
    html.writeTo(text);
    return text.toString();
  }
}
