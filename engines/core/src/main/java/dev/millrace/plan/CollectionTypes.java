package dev.millrace.plan;

import static dev.millrace.feed.Type.ANY;
import static dev.millrace.feed.Type.BOOLEAN;
import static dev.millrace.feed.Type.LIST;
import static dev.millrace.feed.Type.MAP;
import static dev.millrace.feed.Type.NUMBER;
import static dev.millrace.feed.Type.TEXT;

import dev.millrace.expression.CollectionExpression;
import dev.millrace.expression.Construct;
import dev.millrace.expression.Expression;
import dev.millrace.expression.ListExpression;
import dev.millrace.feed.Type;
import org.jspecify.annotations.Nullable;

/// The type rules of expressions over lists and maps.
///
/// @param types checks the operands
record CollectionTypes(ExpressionTypes types) {
  Type collection(CollectionExpression expression, String path) {
    return switch (expression) {
      case CollectionExpression.ListOf _ -> types.takes(LIST, expression, path, ANY);
      case CollectionExpression.MapOf _ -> types.takes(MAP, expression, path, ANY);
      case CollectionExpression.ElementAt _ -> types.takes(ANY, expression, path, LIST, NUMBER);
      case CollectionExpression.Size(var of) -> {
        Type type = types.of(of, path + ".size");
        boolean fits = type.mayBe(LIST) || type.mayBe(MAP);
        types.check(fits, path + ".size", "wants list or map, but this is " + type);
        yield NUMBER;
      }
      case CollectionExpression.Get _ -> types.takes(ANY, expression, path, MAP, TEXT);
      case CollectionExpression.Put _ -> types.takes(MAP, expression, path, MAP, TEXT, ANY);
    };
  }

  Type list(ListExpression expression, String path) {
    String listPath = path + "." + Construct.name(expression.getClass());
    types.expect(LIST, expression.list(), listPath);
    ExpressionTypes inside = types.binding(expression.variable(), ANY);
    return switch (expression) {
      case ListExpression.MapList(_, _, var to) -> {
        inside.of(to, path + ".to");
        yield LIST;
      }
      case ListExpression.FilterList(_, _, var where) -> condition(inside, where, path, LIST);
      case ListExpression.AnyOf(_, _, var where) -> condition(inside, where, path, BOOLEAN);
      case ListExpression.AllOf(_, _, var where) -> condition(inside, where, path, BOOLEAN);
      case ListExpression.SortList(_, _, var by, _) -> key(inside, by, path);
      case ListExpression.DistinctList(_, _, var by) -> key(inside, by, path);
    };
  }

  private static Type condition(
      ExpressionTypes inside, Expression where, String path, Type result) {
    inside.expect(BOOLEAN, where, path + ".where");
    return result;
  }

  private static Type key(ExpressionTypes inside, @Nullable Expression by, String path) {
    if (by != null) {
      inside.of(by, path + ".by");
    }
    return LIST;
  }
}
