package dev.millrace.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.profile.ProfilerException;

class ProfilerOptionsTest {
  @Test
  void text_severalOptions_isEachValue() throws ProfilerException {
    var options = options("dir=out/a=b; interval=5us");
    assertThat(options.text("dir", "")).isEqualTo("out/a=b");
    assertThat(options.nanos("interval", "0ns")).isEqualTo(5_000);
    assertThat(options.text("name", "none")).isEqualTo("none");
  }

  @Test
  void nanos_notGiven_isTheOther() throws ProfilerException {
    assertThat(options("").nanos("interval", "2s")).isEqualTo(2_000_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "intervall=5ms | T: no option 'intervall=5ms' (there is dir=…, interval=…, name=…)",
        "fast          | T: no option 'fast' (there is dir=…, interval=…, name=…)",
        "interval=5    | T: interval: wants a time such as 10ms, not '5'",
        "interval=ms   | T: interval: wants a time such as 10ms, not 'ms'"
      })
  void options_thatMakeNoSense_areRefusedInOneLine(String line, String problem) {
    assertThatThrownBy(() -> options(line).nanos("interval", "0ns"))
        .isInstanceOf(ProfilerException.class)
        .hasMessage(problem);
  }

  private static ProfilerOptions options(String line) throws ProfilerException {
    return new ProfilerOptions("T", line, List.of("dir", "interval", "name"));
  }
}
