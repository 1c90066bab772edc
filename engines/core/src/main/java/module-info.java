/// How a stream of items is processed: values, actions, plans, and the engines that run them.
@org.jspecify.annotations.NullMarked
module dev.millrace.core {
  requires static transitive org.jspecify;

  exports dev.millrace;
  exports dev.millrace.action;
  exports dev.millrace.engine;
  exports dev.millrace.expression;
  exports dev.millrace.feed;
  exports dev.millrace.plan;
  exports dev.millrace.slot;
  exports dev.millrace.value;
}
