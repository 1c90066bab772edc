/// Slots: how the results of units come home in order.
///
/// One slot more is one final class and one line in [Slots].
@NullMarked
package dev.millrace.slot;

import org.jspecify.annotations.NullMarked;
