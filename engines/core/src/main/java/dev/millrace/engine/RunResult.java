package dev.millrace.engine;

import dev.millrace.feed.Feed;
import java.util.List;

/// What a run gives.
///
/// @param feed the items that came out of the plan
/// @param counts where every item went
/// @param errors the errors of items that were nulled or dropped, in the order of rows
public record RunResult(Feed feed, Counts counts, List<ItemError> errors) {}
