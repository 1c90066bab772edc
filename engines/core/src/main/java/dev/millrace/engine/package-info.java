/// Running plans: the engine, what a caller may ask of a run, and what a run answers.
@NullMarked
package dev.millrace.engine;

import org.jspecify.annotations.NullMarked;
