package dev.millrace.evaluator.compiled;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/// Asks the JVM's just-in-time compiler to leave calls of text functions in generated code what
/// they are.
///
/// As a part of the code of an item they would be compiled anew for each plan, and that code would
/// be slow until the last compiler is done with all of it. Called, they are as fast as they have
/// become for other plans. To ask starts the JVM's management, which costs about as much as the
/// compiler's work on some plans.
final class CompilerDirective {
  private static final String DIRECTIVE =
      """
      [{
        match: "dev/millrace/evaluator/compiled/Generated*.*",
        inline: ["-dev/millrace/function/*.*", "-java/lang/*.*"]
      }]
      """;

  private CompilerDirective() {}

  /// Asks for it. Where the JVM has no such directives, or does not allow it, nothing changes.
  ///
  /// @return whether the JVM has taken it
  static boolean add() {
    try {
      Path file = Files.createTempFile("millrace", ".json");
      try {
        Files.writeString(file, DIRECTIVE);
        return add(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | JMException | RuntimeException | LinkageError notHere) {
      return false;
    }
  }

  private static boolean add(Path file) throws JMException {
    Object answer =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerDirectivesAdd",
                new Object[] {new String[] {file.toString()}},
                new String[] {String[].class.getName()});
    return String.valueOf(answer).startsWith("1 ");
  }
}
