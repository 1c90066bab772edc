package dev.millrace.scheduler.workor;

import dev.millrace.pipeline.Part;
import dev.millrace.scheduler.workor.WorkOr.Done;
import dev.millrace.scheduler.workor.WorkOr.Pending;
import dev.millrace.scheduler.workor.WorkOr.Value;
import dev.millrace.scheduler.workor.WorkOr.Work;
import java.util.ArrayList;
import java.util.List;

/// The end of the outer pipeline: keeps the parts that come, and gives no value itself.
final class SinkPipe implements Pipe<Void> {
  private final Pipe<Part> upstream;
  private final List<Part> parts = new ArrayList<>();

  SinkPipe(Pipe<Part> upstream) {
    this.upstream = upstream;
  }

  @Override
  public WorkOr<Void> step() {
    while (true) {
      switch (upstream.step()) {
        case Value<Part>(Part part) -> parts.add(part);
        case Work<Part>(Runnable unit) -> {
          return new Work<>(unit);
        }
        case Pending<Part>(var until) -> {
          return new Pending<>(until);
        }
        case Done<Part> _ -> {
          return new Done<>();
        }
      }
    }
  }

  /// The parts that came, in order; all of them once a step was done.
  List<Part> parts() {
    return parts;
  }
}
