/// Columns of values in flat arrays, which cost a garbage collector next to nothing.
@NullMarked
package dev.millrace.value.compact;

import org.jspecify.annotations.NullMarked;
