package dev.millrace.io.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/// Writes text files whole or not at all, as UTF-8; those named `.gz` compressed by gzip, without a
/// time stamp, so that the same text gives the same bytes.
public final class TextOutput {
  private static final int BUFFER = 1 << 16;

  private TextOutput() {}

  /// What goes into a file.
  @FunctionalInterface
  public interface Body {
    /// Writes it.
    void write(Writer out) throws IOException;
  }

  /// Writes a file. The text goes to a temporary file in the same folder, which takes the target's
  /// place once it is complete; a device or a pipe is written to directly.
  ///
  /// @throws OutputException if the file cannot be written
  public static void write(Path target, Body body) {
    try {
      if (Files.isDirectory(target)) {
        throw new OutputException(target + ": is a folder; name a file");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        writeTo(target, target, body);
      } else {
        replace(Files.exists(target) ? target.toRealPath() : target, body);
      }
    } catch (NoSuchFileException missing) {
      throw new OutputException(target + ": cannot be written: there is no such folder");
    } catch (AccessDeniedException denied) {
      throw new OutputException(target + ": cannot be written: permission denied");
    } catch (IOException failed) {
      throw new OutputException(target + ": cannot be written: " + failed.getMessage());
    }
  }

  private static void replace(Path target, Body body) throws IOException {
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path temporary = target.resolveSibling(name);
    temporary.toFile().deleteOnExit();
    try {
      writeTo(temporary, target, body);
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void writeTo(Path file, Path named, Body body) throws IOException {
    try (OutputStream plain =
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        OutputStream bytes = compressed(plain, named);
        var out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      body.write(out);
    }
  }

  private static OutputStream compressed(OutputStream plain, Path named) throws IOException {
    return named.toString().endsWith(".gz") ? new GZIPOutputStream(plain, BUFFER) : plain;
  }
}
