/// Work whose amount is known: rounds of a hash, and feeds whose items say how many they cost.
///
/// A count of rounds, and not a time that is waited for, so that what a scheduler costs comes on
/// top of the work and is seen.
@NullMarked
package dev.millrace.bench.rounds;

import org.jspecify.annotations.NullMarked;
