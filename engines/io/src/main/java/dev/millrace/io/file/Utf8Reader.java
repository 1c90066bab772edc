package dev.millrace.io.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads UTF-8 strictly and knows the line of whatever is wrong with it.
///
/// A byte order mark at the beginning is passed over. Bytes that are no UTF-8, a zero character,
/// and compressed data that end early or are damaged are [InputException]s, thrown after all text
/// before them was read. A line ends with LF, CR, or CR LF.
public final class Utf8Reader extends Reader {
  /// What is wrong when compressed data end early.
  static final String TRUNCATED = "the compressed data end early; fetch the file again";

  private static final int BUFFER = 1 << 14;

  private final InputStream in;
  private final String file;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private long line = 1;
  private char last;
  private boolean begun;
  private boolean ended;
  private @Nullable InputException failure;

  Utf8Reader(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /// The name of the file.
  public String file() {
    return file;
  }

  /// The next character that is no white space, left to be read, or -1 at the end. Only as far as
  /// the first buffer reaches, and only before anything was read.
  public int peek() throws IOException {
    decode();
    for (int i = chars.position(); i < chars.limit(); i++) {
      if (!Character.isWhitespace(chars.get(i))) {
        return chars.get(i);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return -1;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!chars.hasRemaining()) {
      decode();
    }
    if (!chars.hasRemaining()) {
      if (failure != null) {
        throw failure;
      }
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// Decodes until there are characters to read, the end is reached, or something is wrong.
  private void decode() throws IOException {
    chars.clear();
    while (chars.position() == 0 && failure == null && !(ended && !bytes.hasRemaining())) {
      fill();
      CoderResult result = decoder.decode(bytes, chars, ended);
      passByteOrderMark();
      countLines();
      if (result.isError() && failure == null) {
        failure = InputException.at(file, line, "is not UTF-8 text; save the file as UTF-8");
      }
    }
    chars.flip();
  }

  private void fill() throws IOException {
    bytes.compact();
    try {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = count < 0;
      bytes.position(bytes.position() + Math.max(0, count));
    } catch (EOFException truncated) {
      failure = InputException.at(file, line, TRUNCATED);
    } catch (ZipException damaged) {
      failure = InputException.at(file, line, "the compressed data are damaged; fetch it again");
    }
    bytes.flip();
  }

  private void passByteOrderMark() {
    if (!begun && chars.position() > 0) {
      begun = true;
      if (chars.get(0) == '\uFEFF') {
        chars.flip().get();
        chars.compact();
      }
    }
  }

  private void countLines() {
    for (int i = 0; i < chars.position(); i++) {
      char c = chars.get(i);
      if (c == '\r' || (c == '\n' && last != '\r')) {
        line++;
      } else if (c == 0) {
        failure = InputException.at(file, line, "holds a zero character; this is no text file");
        chars.position(i);
        bytes.position(bytes.limit());
        return;
      }
      last = c;
    }
  }
}
