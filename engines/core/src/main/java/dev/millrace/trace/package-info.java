/// The units of work of one run, as its engine notes them: what each did, when, and what it waited
/// for. Nothing here starts or waits for anything.
@NullMarked
package dev.millrace.trace;

import org.jspecify.annotations.NullMarked;
