/// Feeds from and to files: CSV, JSON lines and JSON arrays, compressed or not.
@NullMarked
package dev.millrace.io.feed;

import org.jspecify.annotations.NullMarked;
