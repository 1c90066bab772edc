package dev.millrace.jmh;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/// A clock of the CPU time that this process has used. Readings never go back.
public sealed interface ProcessClock permits PosixClock, BeanClock {
  /// The CPU time up to now.
  CpuTime read();

  /// Where the time comes from, and its resolution.
  String description();

  /// The finest clock there is here. Where that is the coarse one, a warning is logged.
  static ProcessClock finest() {
    @Nullable ProcessClock posix = PosixClock.open();
    if (posix != null) {
      return posix;
    }
    var coarse = new BeanClock();
    System.getLogger(ProcessClock.class.getName())
        .log(Level.WARNING, "no clock_gettime here: CPU time is from the " + coarse.description());
    return coarse;
  }
}
