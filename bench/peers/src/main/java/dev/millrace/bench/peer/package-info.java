/// Other libraries that do the evaluators' jobs, each as its users would write them.
///
/// One peer more is one final class that implements `Peer` and a line in `Peers`.
@NullMarked
package dev.millrace.bench.peer;

import org.jspecify.annotations.NullMarked;
