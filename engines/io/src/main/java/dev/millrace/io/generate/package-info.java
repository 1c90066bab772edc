/// The generator of product feeds: seeded, the same bytes on every machine.
@NullMarked
package dev.millrace.io.generate;

import org.jspecify.annotations.NullMarked;
