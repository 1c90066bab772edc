package dev.millrace.reports.gate.interleaved;

import dev.millrace.reports.results.UnreadableInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How a run was begun, kept in its folder so that it can go on in just the same way.
///
/// @param arguments of the command line
public record RunFile(List<String> arguments, long seed, Jar baseline, Jar candidate) {
  /// The name of the file.
  public static final String NAME = "compare.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public RunFile {
    arguments = List.copyOf(arguments);
  }

  /// A jar and its contents.
  public record Jar(String path, String sha256) {
    static Jar of(Path path) {
      try {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
        return new Jar(path.toString(), HexFormat.of().formatHex(digest));
      } catch (IOException e) {
        throw new UnreadableInputException(path + ": cannot be read (" + e + ")");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// The description of a run that begins.
  public static RunFile of(List<String> arguments, long seed, Path baseline, Path candidate) {
    return new RunFile(arguments, seed, Jar.of(baseline), Jar.of(candidate));
  }

  /// Reads the description of a run.
  ///
  /// @throws UnreadableInputException when the folder has none
  public static RunFile read(Path folder) {
    var file = folder.resolve(NAME);
    try {
      return MAPPER.readValue(Files.readString(file), RunFile.class);
    } catch (IOException | JacksonException e) {
      throw new UnreadableInputException(
          file + ": no description of a run that could be resumed; name the folder of a run");
    }
  }

  /// Writes the description into the folder of the run, which is made when it is not there.
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(NAME), MAPPER.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Refuses to go on with other jars than those the run has begun with.
  public void requireSameJars(Path folder) {
    for (var jar : List.of(baseline, candidate)) {
      if (!Jar.of(Path.of(jar.path())).equals(jar)) {
        throw new UnreadableInputException(
            jar.path() + ": not the jar that the run in " + folder + " has begun with; begin anew");
      }
    }
  }
}
