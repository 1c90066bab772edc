package dev.millrace.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PngTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "300, 200"})
  void png_readBack_hasEveryPixel(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(width);
    var pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
    image.setRGB(0, 0, width, height, pixels, 0, width);
    var read = ImageIO.read(new ByteArrayInputStream(Png.of(image)));
    assertThat(Objects.requireNonNull(read).getWidth()).isEqualTo(width);
    var back = read.getRGB(0, 0, width, height, null, 0, width);
    assertThat(back).isEqualTo(image.getRGB(0, 0, width, height, null, 0, width));
  }
}
