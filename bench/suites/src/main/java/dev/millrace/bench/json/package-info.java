/// Records as JSON files.
@NullMarked
package dev.millrace.bench.json;

import org.jspecify.annotations.NullMarked;
