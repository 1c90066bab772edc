package dev.millrace.evaluator.compiled;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/// The generated classes that were used last. Safe for use by any number of threads.
///
/// A class is known by its class file: it has all that makes the shape of a plan and the layout of
/// its columns, and no constant. So plans that differ in constants alone share a class, and what
/// was compiled for one is there for the next. A class that is neither here nor used by a plan any
/// more is unloaded by the collector.
final class ProgramClasses {
  /// All plans of this JVM.
  static final ProgramClasses SHARED = new ProgramClasses(256);

  /// Where so many classes were made, more will be: what the directive costs is repaid.
  private static final int WORTH_A_DIRECTIVE = 8;

  /// A program of each class, its constants not set.
  private final Map<ByteBuffer, Program> programs;

  private int defined;

  /// None yet.
  ///
  /// @param most how many are kept
  ProgramClasses(int most) {
    programs =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Program> eldest) {
            return size() > most;
          }
        };
  }

  /// A program of the class of a class file, which is defined unless it is known.
  synchronized Program program(byte[] classFile) {
    return programs.computeIfAbsent(ByteBuffer.wrap(classFile), _ -> defined(classFile)).copy();
  }

  /// A program of the class of a class file; null when that class is not known.
  synchronized @Nullable Program known(byte[] classFile) {
    Program program = programs.get(ByteBuffer.wrap(classFile));
    return program == null ? null : program.copy();
  }

  private Program defined(byte[] classFile) {
    defined++;
    if (defined == WORTH_A_DIRECTIVE) {
      ForkJoinPool.commonPool().execute(CompilerDirective::add);
    }
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      Class<?> made = lookup.defineHiddenClass(classFile, true).lookupClass();
      return (Program)
          lookup
              .findConstructor(made, MethodType.methodType(void.class))
              .asType(MethodType.methodType(Program.class))
              .invokeExact();
    } catch (Throwable impossible) {
      throw new AssertionError("a generated class cannot be used", impossible);
    }
  }
}
