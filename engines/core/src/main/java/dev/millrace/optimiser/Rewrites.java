package dev.millrace.optimiser;

import java.util.Arrays;
import java.util.List;

/// The registry of rewrites, one line each, in the order in which they are tried.
public enum Rewrites {
  /// See [InlineVariables].
  INLINE_VARIABLES(new InlineVariables()),
  /// See [FoldConstants].
  FOLD_CONSTANTS(new FoldConstants()),
  /// See [SimplifyLogic].
  SIMPLIFY_LOGIC(new SimplifyLogic()),
  /// See [FlattenConcat].
  FLATTEN_CONCAT(new FlattenConcat()),
  /// See [ChooseBranch].
  CHOOSE_BRANCH(new ChooseBranch()),
  /// See [LeaveOutIdle].
  LEAVE_OUT_IDLE(new LeaveOutIdle()),
  /// See [AdvanceFilters].
  ADVANCE_FILTERS(new AdvanceFilters()),
  /// See [LeaveOutUnread].
  LEAVE_OUT_UNREAD(new LeaveOutUnread()),
  /// See [MergeSettings].
  MERGE_SETTINGS(new MergeSettings()),
  /// See [ShareColumns].
  SHARE_COLUMNS(new ShareColumns()),
  /// See [ShareExpressions].
  SHARE_EXPRESSIONS(new ShareExpressions());

  private final Rewrite rewrite;

  Rewrites(Rewrite rewrite) {
    this.rewrite = rewrite;
  }

  /// The rewrite.
  public Rewrite rewrite() {
    return rewrite;
  }

  /// All rewrites, in the order of the registry.
  public static List<Rewrite> all() {
    return Arrays.stream(values()).map(Rewrites::rewrite).toList();
  }
}
