package dev.millrace.io.cli;

import dev.millrace.Engines;
import java.util.Iterator;

/// The names of the engines, for the help text.
final class EngineNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Engines.labels().iterator();
  }
}
