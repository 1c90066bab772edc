/// Plans: lists of actions that were checked against a schema before any item is read.
package dev.millrace.plan;
