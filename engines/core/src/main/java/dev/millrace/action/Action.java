package dev.millrace.action;

import dev.millrace.expression.Expression;
import dev.millrace.feed.Feed;
import java.util.List;

/// A description of a step from a feed to a feed, without behaviour.
public sealed interface Action
    permits ItemAction, OrderedAction, AggregateAction, Action.Union, Action.Conditional {
  /// Whether each item's result depends on that item alone, so that items may be taken apart in any
  /// chunks.
  default boolean isItemWise() {
    return switch (this) {
      case ItemAction _ -> true;
      case OrderedAction _, AggregateAction _, Union _ -> false;
      case Conditional(_, var then, var otherwise) ->
          then.stream().allMatch(Action::isItemWise)
              && otherwise.stream().allMatch(Action::isItemWise);
    };
  }

  /// Adds the items of a second feed after the last item.
  ///
  /// The second feed has no other columns than the first; those that it lacks are null for its
  /// items. Their rows go on after the rows of the run's feed and of the unions before this one in
  /// the plan, those inside conditionals included, so that the errors of all items are told apart.
  ///
  /// @param feed the second feed
  record Union(Feed feed) implements Action {}

  /// Sends each item through one of two lists of actions. The condition is evaluated once an item;
  /// a null one counts as false.
  ///
  /// Where both branches are item-wise, items keep their places. Where a branch holds any other
  /// action, all that comes out of `then` comes before all that comes out of `otherwise`. The
  /// result has the columns of both branches, null where an item's branch lacks one.
  ///
  /// @param condition chooses
  /// @param then what happens to the items for which the condition is true
  /// @param otherwise what happens to the others
  record Conditional(Expression condition, List<Action> then, List<Action> otherwise)
      implements Action {}
}
