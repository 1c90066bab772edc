package dev.millrace.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTest {
  @Test
  void table_hasARuleBelowItsHeads() {
    var row = Html.of("tr", Html.of("th", "fused"), Html.of("td", "1 | 2"));
    assertThat(Markdown.of(Tables.of("Times", List.of("engine", "ms"), List.of(row))))
        .isEqualTo(
            """
            Times

            | engine | ms |
            | --- | --- |
            | fused | 1 \\| 2 |
            """);
  }

  @Test
  void signs_areNoMarkup() {
    assertThat(Markdown.of(Html.of("p", "<b> *a* _b_ [c](d) `e` \\")))
        .isEqualTo("&lt;b> \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\\\\n");
  }

  @Test
  void links_withinThePage_becomeText() {
    var words = Html.of("p", Html.link("#here", "a"), Html.link("data/x.json", "b"));
    assertThat(Markdown.of(words)).isEqualTo("a[b](data/x.json)\n");
  }

  @Test
  void blocks_standApart() {
    var list = Html.of("ul", Html.of("li", "one"), Html.of("li", "two"));
    var terms = Html.of("dl", Html.of("dt", "CPU"), Html.of("dd", "fast"));
    var section = Html.of("section", Html.of("h2", "Title"), list, terms);
    assertThat(Markdown.of(section)).isEqualTo("## Title\n\n- one\n- two\n\n- CPU: fast\n");
  }
}
