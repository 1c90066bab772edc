/// The runner: a pipeline over a feed from the command line.
@NullMarked
package dev.millrace.io.cli;

import org.jspecify.annotations.NullMarked;
