/// What one thread sees of another's writes, by the Java Concurrency Stress tests.
///
/// A file for each promise, in it a test for each kind of slot. A slot more is a nested class more
/// in each file.
@NullMarked
package dev.millrace.stress;

import org.jspecify.annotations.NullMarked;
