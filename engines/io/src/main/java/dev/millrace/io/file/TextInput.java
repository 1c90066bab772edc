package dev.millrace.io.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens text files: UTF-8 with or without a byte order mark, compressed by gzip or not, told by
/// their first bytes.
public final class TextInput {
  private static final int BUFFER = 1 << 16;

  private TextInput() {}

  /// Opens a file. Whatever is wrong with its bytes comes out of the reader as an [InputException]
  /// that names the line.
  ///
  /// @throws InputException if the file is missing, a folder, or may not be read
  public static Utf8Reader open(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a folder; name a file");
    }
    try {
      return new Utf8Reader(decompressed(Files.newInputStream(file)), file.toString());
    } catch (NoSuchFileException missing) {
      throw new InputException(file + ": no such file; check the path");
    } catch (AccessDeniedException denied) {
      throw new InputException(file + ": may not be read; check its permissions");
    } catch (EOFException truncated) {
      throw InputException.at(file.toString(), 1, Utf8Reader.TRUNCATED);
    } catch (IOException unreadable) {
      throw new InputException(file + ": cannot be read: " + unreadable.getMessage());
    }
  }

  private static InputStream decompressed(InputStream file) throws IOException {
    var bytes = new BufferedInputStream(file, BUFFER);
    try {
      bytes.mark(2);
      int magic = bytes.read() | bytes.read() << 8;
      bytes.reset();
      return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(bytes, BUFFER) : bytes;
    } catch (IOException unreadable) {
      bytes.close();
      throw unreadable;
    }
  }
}
