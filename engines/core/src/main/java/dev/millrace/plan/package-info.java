/// Plans: lists of actions that were checked against a schema before any item is read.
@NullMarked
package dev.millrace.plan;

import org.jspecify.annotations.NullMarked;
