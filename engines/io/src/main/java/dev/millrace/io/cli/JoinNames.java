package dev.millrace.io.cli;

import dev.millrace.engine.JoinStrategy;
import java.util.Iterator;

/// The names of the join strategies, for the help text and for completion.
final class JoinNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Choice.labels(JoinStrategy.class).iterator();
  }
}
