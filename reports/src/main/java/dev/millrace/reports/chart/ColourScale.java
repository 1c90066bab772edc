package dev.millrace.reports.chart;

import java.awt.Color;

/// Colours from dark blue over green to light yellow for numbers from the least to the greatest.
///
/// Lightness rises in proportion to the place on the scale, and hue turns with it, so that equal
/// steps look equal, and whoever sees no colours still sees the order. The path is computed in the
/// space OKLab (Ottosson 2020).
///
/// @param logarithmic whether equal factors, not equal differences, are equal steps
record ColourScale(double least, double greatest, boolean logarithmic) {
  private static final double WIDE = 4;
  private static final double[] LIGHTNESS = {0.28, 0.92};
  private static final double[] HUE = {Math.toRadians(290), Math.toRadians(110)};
  private static final double[] CHROMA = {0.1, 0.08, 0.12};

  /// The scale from one number to another; logarithmic where they are a factor of 4 apart.
  static ColourScale of(double least, double greatest) {
    return new ColourScale(least, greatest, least > 0 && greatest / least >= WIDE);
  }

  /// The colour of a number on the scale.
  Color of(double value) {
    return at(place(value));
  }

  /// The number at a place from 0 to 1.
  double value(double place) {
    return logarithmic
        ? least * Math.pow(greatest / least, place)
        : least + (greatest - least) * place;
  }

  private double place(double value) {
    if (!(greatest > least)) {
      return 0.5;
    }
    return logarithmic
        ? Math.log(value / least) / Math.log(greatest / least)
        : (value - least) / (greatest - least);
  }

  /// The colour at a place from 0 to 1.
  static Color at(double place) {
    var t = Math.clamp(place, 0.0, 1.0);
    var lightness = LIGHTNESS[0] + (LIGHTNESS[1] - LIGHTNESS[0]) * t;
    var hue = HUE[0] + (HUE[1] - HUE[0]) * t;
    var chroma = (1 - t) * ((1 - t) * CHROMA[0] + 2 * t * CHROMA[1]) + t * t * CHROMA[2];
    return ofOklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
  }

  /// Black or white, whichever is easier to read on a colour; one of them always is easy.
  static Color textOn(Color colour) {
    return contrast(colour, Color.BLACK) >= contrast(colour, Color.WHITE)
        ? Color.BLACK
        : Color.WHITE;
  }

  private static Color ofOklab(double lightness, double a, double b) {
    var l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    var m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    var s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new Color(
        byteOf(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        byteOf(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        byteOf(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static int byteOf(double linear) {
    var encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * Math.clamp(encoded, 0.0, 1.0));
  }

  /// The contrast of two colours as WCAG 2 defines it, from 1 to 21.
  static double contrast(Color one, Color other) {
    var lighter = Math.max(luminance(one), luminance(other));
    var darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int channel) {
    var encoded = channel / 255.0;
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }
}
