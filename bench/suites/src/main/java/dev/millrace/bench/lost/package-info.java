/// Small engines that each lose their speed-up in one known way, to try on them whoever says why a
/// speed-up was lost.
@NullMarked
package dev.millrace.bench.lost;

import org.jspecify.annotations.NullMarked;
