package dev.millrace.expression;

/// A description of how to make a value from an item: a tree of records, without behaviour.
///
/// Unless its own page says otherwise, an expression of which an operand is null gives null.
public sealed interface Expression
    permits BasicExpression,
        LogicExpression,
        TextExpression,
        NumberExpression,
        ConversionExpression,
        CollectionExpression,
        ListExpression,
        DateExpression,
        WebExpression,
        TradeExpression {}
