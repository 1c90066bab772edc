package dev.millrace.bench;

import dev.millrace.bench.run.ForkSettings;
import dev.millrace.bench.run.Matrix;
import dev.millrace.bench.run.Params;
import dev.millrace.bench.run.Preset;
import dev.millrace.bench.run.Stage;
import dev.millrace.bench.suite.Suites;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is measured, suite by suite.
///
/// @param preset how much
/// @param forks how many forks each point gets; null for as many as preset or suite say
/// @param suites the suites
/// @param selection what of the scaling suite
/// @param params the values chosen for params of the other suites
record Agenda(
    Preset preset,
    @Nullable Integer forks,
    List<Suites> suites,
    Selection selection,
    Params params) {

  /// Whether the scaling suite is measured, and so a feed is needed.
  boolean hasScaling() {
    return suites.contains(Suites.SCALING);
  }

  /// What is measured of the suites but the scaling suite.
  List<Matrix> matrices() {
    return suites.stream().filter(suite -> suite != Suites.SCALING).map(this::matrix).toList();
  }

  private Matrix matrix(Suites suite) {
    return new Matrix(suite.label(), suite.type(), suite.turning(), params);
  }

  /// A stage for each suite. The control goes with the scaling suite, or comes first.
  ///
  /// @param items how many items the feed of the scaling suite has
  List<Stage> stages(int items) {
    var stages = new ArrayList<Stage>();
    ForkSettings settings = preset.settings();
    if (!hasScaling()) {
      stages.add(new Stage(List.of(selection.control(settings)), forks(preset.forks())));
    }
    for (Suites suite : suites) {
      stages.add(
          suite == Suites.SCALING
              ? new Stage(selection.sweeps(items, settings), forks(preset.forks()))
              : stage(matrix(suite)));
    }
    return List.copyOf(stages);
  }

  /// The quick preset looks at everything in the same way; the full one as each suite asks for.
  private Stage stage(Matrix matrix) {
    return switch (preset) {
      case QUICK -> new Stage(matrix.sweeps(preset.settings()), forks(preset.forks()));
      case FULL ->
          new Stage(
              matrix.sweeps(matrix.settings(preset.settings())),
              forks(matrix.forks(preset.forks())));
    };
  }

  private int forks(int otherwise) {
    return forks == null ? otherwise : forks;
  }
}
