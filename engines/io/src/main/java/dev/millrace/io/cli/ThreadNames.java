package dev.millrace.io.cli;

import dev.millrace.scheduler.workor.Threads;
import java.util.Iterator;

/// The names of the kinds of threads, for the help text and for completion.
final class ThreadNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Choice.labels(Threads.class).iterator();
  }
}
