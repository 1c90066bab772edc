package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain text                          | plain text",
        "~  a \t\n b  ~                      | a b",
        "<p>a</p><p>b</p>                    | a b",
        "a<br>b<BR/>c                        | a b c",
        "wo<b>rd</b>s <SPAN class=x>in</span>| words in",
        "<a title='1 > 0' href=\"a>b\">x</a> | x",
        "x<!-- a > b -- c -->y               | xy",
        "x<!-->y<!--->z                      | xyz",
        "<!DOCTYPE html><?xml v='1'?>x       | x",
        "a<script>if (a<b) d('</p>')</script>b | a b",
        "a<STYLE>p > b {}</style >b          | a b",
        "1 < 2 and 2 > 1 <3 </3 <            | 1 < 2 and 2 > 1 <3 </3 <",
        "a<p                                 | a",
        "a<p title=\"x>y                     | a",
        "a<script>b                          | a",
        "a<!-- b                             | a",
        "&lt;b&gt; &nbsp;                    | &lt;b&gt; &nbsp;",
        "<h1>a</h1>b                         | a b",
        "<my-tag>a</my-tag>b                 | a b"
      })
  void strip_html_givesTheTextBetweenTags(String html, String text) {
    assertThat(Html.strip(html)).isEqualTo(text);
  }

  @Test
  void strip_noBreakSpace_isNotWhiteSpace() {
    assertThat(Html.strip("\u00a0a\u00a0 b")).isEqualTo("\u00a0a\u00a0 b");
  }

  @Test
  void strip_thousandsOfOpenTags_isLinear() {
    assertThat(Html.strip("<a ".repeat(100_000))).isEmpty();
    assertThat(Html.strip("<<".repeat(100_000))).hasSize(200_000);
    assertThat(Html.strip("<script></x".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "R&amp;D             | R&D",
        "&amp;amp;lt;        | &amp;lt;",
        "&lt;&gt;&quot;&apos;| <>\"'",
        "&eacute;&Eacute;    | éÉ",
        "&alpha;&Alpha;      | αΑ",
        "&euro;&hearts;&ang; | €♥∠",
        "&thetasym;&frac34;  | ϑ¾",
        "&#233;&#xE9;&#XE9;  | ééé",
        "&#x1F525;           | 🔥",
        "&#128;&#x99;        | €™",
        "&#0;&#xD800;        | \ufffd\ufffd",
        "&#x110000;&#99999999; | \ufffd\ufffd",
        "&#0000065;          | A",
        "&amp &#65 &         | &amp &#65 &",
        "&foo; &AMP; &#; &#x; &#xg; | &foo; &AMP; &#; &#x; &#xg;",
        "&&amp;&             | &&&",
        "a & b; c            | a & b; c"
      })
  void unescape_references_areReplacedOnce(String text, String unescaped) {
    assertThat(Html.unescape(text)).isEqualTo(unescaped);
  }

  @Test
  void unescape_noBreakSpace_isOneCharacter() {
    assertThat(Html.unescape("a&nbsp;b")).isEqualTo("a\u00a0b");
  }

  @Test
  void entities_named_areThoseOfHtml4AndApos() {
    assertThat(Entities.count()).isEqualTo(253);
  }
}
