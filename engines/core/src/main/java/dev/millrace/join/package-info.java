/// How the runs of an aggregation are joined: rival strategies, each a plan of tasks.
///
/// ```
/// runs, one for each chunk ──add──► Joining ──end──► tasks whose blocks, one after another, are
///                                      │             all entries that come out, in order
///                                      └─ plans tasks on a TaskGraph, runs none, never waits
/// ```
///
/// A plan depends on the positions of the runs alone, never on what is in them or on when they end;
/// so does the result. One strategy more is one final class and one line in [Joining#begin].
@NullMarked
package dev.millrace.join;

import org.jspecify.annotations.NullMarked;
