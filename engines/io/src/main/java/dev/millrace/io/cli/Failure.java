package dev.millrace.io.cli;

import dev.millrace.engine.ItemException;
import dev.millrace.io.file.InputException;
import dev.millrace.io.file.OutputException;
import org.jspecify.annotations.Nullable;

/// A failed run as its user sees it: one message and an exit code.
///
/// @param message what went wrong; null when there is nothing to say
/// @param exitCode the exit code
record Failure(@Nullable String message, int exitCode) {
  /// The failure that a thrown object stands for.
  static Failure of(Throwable thrown) {
    return switch (thrown) {
      case UsageException usage -> new Failure(usage.getMessage(), ExitCode.USAGE);
      case InputException input -> new Failure(input.getMessage(), ExitCode.INPUT);
      case ItemException item -> new Failure(item.getMessage(), ExitCode.INPUT);
      case OutputException output -> new Failure(output.getMessage(), ExitCode.OUTPUT);
      case InterruptedException _ -> new Failure("interrupted", ExitCode.INTERRUPTED);
      case OutOfMemoryError _ ->
          new Failure(
              "out of memory: give the JVM more by JAVA_TOOL_OPTIONS=-Xmx8g, or take fewer items",
              ExitCode.INTERNAL);
      case StackOverflowError _ ->
          new Failure(
              "the pipeline has too many stages inside one another: give each thread a larger stack"
                  + " by JDK_JAVA_OPTIONS=-Xss64m",
              ExitCode.INTERNAL);
      default ->
          new Failure(
              "internal error: " + firstLine(thrown) + " (--verbose says where)",
              ExitCode.INTERNAL);
    };
  }

  private static String firstLine(Throwable thrown) {
    return thrown.toString().lines().findFirst().orElse(thrown.getClass().getName());
  }
}
