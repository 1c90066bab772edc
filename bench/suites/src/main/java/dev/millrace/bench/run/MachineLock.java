package dev.millrace.bench.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps every other run by JMH off this machine, for as long as the whole run takes. JMH itself
/// takes the same lock, but for one fork at a time, so that two runs could meet between forks.
public final class MachineLock implements Closeable {
  private static final String IGNORE = "jmh.ignoreLock";

  private final FileChannel file;

  private MachineLock(FileChannel file) {
    this.file = file;
  }

  /// Takes the lock, after which JMH does not ask for it in this JVM.
  ///
  /// @return the lock, or null when another run has it
  /// @throws IOException if the lock file cannot be opened
  public static @Nullable MachineLock take() throws IOException {
    FileChannel file =
        FileChannel.open(
            Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    boolean alone = Boolean.getBoolean(IGNORE) || file.tryLock() != null;
    if (!alone) {
      file.close();
      return null;
    }
    System.setProperty(IGNORE, "true");
    return new MachineLock(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
