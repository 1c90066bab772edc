/// Traces of warm runs, and the files they are written to.
@NullMarked
package dev.millrace.io.trace;

import org.jspecify.annotations.NullMarked;
