package dev.millrace.evaluator.compiled;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// The generated classes that were used last. Safe for use by any number of threads.
///
/// A class is known by its class file: it has all that makes the shape of a plan and the layout of
/// its columns, and no constant. So plans that differ in constants alone share a class, and what
/// was compiled for one is there for the next. A class that is neither here nor used by a plan any
/// more is unloaded by the collector.
final class ProgramClasses {
  /// All plans of this JVM.
  static final ProgramClasses SHARED = new ProgramClasses(256);

  private final Map<ByteBuffer, Class<?>> classes;

  /// None yet.
  ///
  /// @param most how many are kept
  ProgramClasses(int most) {
    classes =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Class<?>> eldest) {
            return size() > most;
          }
        };
  }

  /// A program of the class of a class file.
  Program program(byte[] classFile) {
    try {
      return (Program)
          MethodHandles.lookup()
              .findConstructor(of(classFile), MethodType.methodType(void.class))
              .asType(MethodType.methodType(Program.class))
              .invokeExact();
    } catch (Throwable impossible) {
      throw new AssertionError("a generated class cannot be used", impossible);
    }
  }

  private synchronized Class<?> of(byte[] classFile) throws IllegalAccessException {
    ByteBuffer key = ByteBuffer.wrap(classFile);
    Class<?> known = classes.get(key);
    if (known == null) {
      known = MethodHandles.lookup().defineHiddenClass(classFile, true).lookupClass();
      classes.put(key, known);
    }
    return known;
  }
}
