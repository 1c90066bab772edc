package dev.millrace.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.generate.Values;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {
  @ParameterizedTest
  @CsvSource({
    "azAZ09-._~, azAZ09-._~",
    "a b, a%20b",
    "a+b*c, a%2Bb%2Ac",
    "é€🔥, %C3%A9%E2%82%AC%F0%9F%94%A5",
    "/?#[]@!$&'(), %2F%3F%23%5B%5D%40%21%24%26%27%28%29",
    "%20, %2520"
  })
  void encode_text_leavesTheUnreservedCharacters(String text, String encoded) {
    assertThat(Urls.encode(text)).isEqualTo(encoded);
    assertThat(Urls.decode(encoded)).isEqualTo(text);
  }

  @Test
  void decode_encodedText_isTheText() {
    long seed = System.nanoTime();
    var values = new Values(new SplittableRandom(seed));
    for (int i = 0; i < 1_000; i++) {
      String text = values.text();
      assertThat(Urls.decode(Urls.encode(text))).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void decode_lowerCaseDigitsAndPlus_areRead() {
    assertThat(Urls.decode("a+%c3%a9é%2f")).isEqualTo("a+éé/");
  }

  @ParameterizedTest
  @CsvSource({
    "100%, '''100%'' has a % without two hexadecimal digits'",
    "%4, '''%4'' has a % without two hexadecimal digits'",
    "%+1, '''%+1'' has a % without two hexadecimal digits'",
    "%E9t, '''%E9'' is not UTF-8'",
    "%C3é, '''%C3'' is not UTF-8'",
    "%ED%A0%80, '''%ED%A0%80'' is not UTF-8'"
  })
  void decode_malformed_fails(String text, String message) {
    assertThatThrownBy(() -> Urls.decode(text))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "Red Wool Shirt, red-wool-shirt",
    "'  --Été: l’Île!  ', ete-lile",
    "STRASSE Größe, strasse-grosse",
    "Ærø Łódź Đà Þór ılık œuf, aero-lodz-da-thor-ilik-oeuf",
    "e\u0301te\u0301, ete",
    "ﬁnest ½, finest-1-2",
    "İstanbul, istanbul",
    "тёплый йод, теплыи-иод",
    "한국어 が, 한국어-が",
    "50 x 70cm, 50-x-70cm",
    "'!?', ''"
  })
  void slug_text_isBareWords(String text, String slug) {
    assertThat(Urls.slug(text)).isEqualTo(slug);
    assertThat(Urls.slug(slug)).isEqualTo(slug);
  }
}
