/// Running plans: the engine, what a caller may ask of a run, and what a run answers.
package dev.millrace.engine;
