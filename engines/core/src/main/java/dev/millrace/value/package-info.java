/// The values that fields of items hold, and their one total order.
@NullMarked
package dev.millrace.value;

import org.jspecify.annotations.NullMarked;
