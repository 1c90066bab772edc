package dev.millrace.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlainPlaceTest {
  private final PlainPlace<String> place = new PlainPlace<>();

  @Test
  void value_ofAFilledPlace_isWhatWasPut() {
    place.put("left");
    assertThat(place.value()).isEqualTo("left");
  }

  @Test
  void value_ofAFailedPlace_throwsTheFailureAsItIs() {
    var failure = new IOException("left");
    place.fail(failure);
    assertThatThrownBy(place::value).isSameAs(failure);
  }

  @Test
  void value_ofAnEmptyPlace_isRefused() {
    assertThatIllegalStateException().isThrownBy(place::value);
  }

  @Test
  void put_intoAFilledPlace_isRefused() {
    place.put("left");
    assertThatIllegalStateException().isThrownBy(() -> place.put("again"));
    assertThatIllegalStateException().isThrownBy(() -> place.fail(new IOException()));
  }
}
