/// Files as text: opened with their faults named by line, written whole or not at all.
@NullMarked
package dev.millrace.io.file;

import org.jspecify.annotations.NullMarked;
