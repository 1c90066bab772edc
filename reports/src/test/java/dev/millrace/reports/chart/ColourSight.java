package dev.millrace.reports.chart;

import java.awt.Color;
import java.util.List;

/// How colours look to people who see them all, and to those who are blind for some.
///
/// Colour sight is simulated with the matrices of Machado, Oliveira and Fernandes (2009) for full
/// protanopia, deuteranopia and tritanopia; distances are Euclidean in CIE L*a*b*.
final class ColourSight {
  /// Normal sight and the three kinds of colour blindness.
  static final List<ColourSight> ALL =
      List.of(
          new ColourSight("normal", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
          new ColourSight(
              "protanopia",
              new double[][] {
                {0.152286, 1.052583, -0.204868},
                {0.114503, 0.786281, 0.099216},
                {-0.003882, -0.048116, 1.051998}
              }),
          new ColourSight(
              "deuteranopia",
              new double[][] {
                {0.367322, 0.860646, -0.227968},
                {0.280085, 0.672501, 0.047413},
                {-0.011820, 0.042940, 0.968881}
              }),
          new ColourSight(
              "tritanopia",
              new double[][] {
                {1.255528, -0.076749, -0.178779},
                {-0.078411, 0.930809, 0.147602},
                {0.004733, 0.691367, 0.303900}
              }));

  private static final double[][] TO_XYZ = {
    {0.4124564, 0.3575761, 0.1804375},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339, 0.1191920, 0.9503041}
  };
  private static final double[] WHITE = {0.95047, 1, 1.08883};

  private final String name;
  private final double[][] matrix;

  private ColourSight(String name, double[][] matrix) {
    this.name = name;
    this.matrix = matrix;
  }

  String name() {
    return name;
  }

  /// The colour as it is seen, in L*a*b*.
  double[] seen(Color colour) {
    var xyz = product(TO_XYZ, product(matrix, linear(colour)));
    var f = new double[3];
    for (var i = 0; i < 3; i++) {
      var t = Math.max(0, xyz[i]) / WHITE[i];
      f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
  }

  /// How different two colours look.
  double distance(Color one, Color other) {
    var first = seen(one);
    var second = seen(other);
    return Math.hypot(Math.hypot(first[0] - second[0], first[1] - second[1]), first[2] - second[2]);
  }

  /// The contrast of a colour to white paper as WCAG 2 defines it.
  static double contrastToWhite(Color colour) {
    return 1.05 / (product(TO_XYZ, linear(colour))[1] + 0.05);
  }

  private static double[] linear(Color colour) {
    var parts = colour.getRGBColorComponents(null);
    var linear = new double[3];
    for (var i = 0; i < 3; i++) {
      linear[i] =
          parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
    }
    return linear;
  }

  private static double[] product(double[][] matrix, double[] vector) {
    var result = new double[3];
    for (var i = 0; i < 3; i++) {
      for (var j = 0; j < 3; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }
}
