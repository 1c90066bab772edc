/// JSON as values: exact numbers, no duplicate keys, bounded nesting.
@NullMarked
package dev.millrace.io.json;

import org.jspecify.annotations.NullMarked;
