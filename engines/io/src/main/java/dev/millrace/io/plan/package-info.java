/// Plan files: JSON whose form follows from the records of actions and expressions.
///
/// One construct more needs nothing here: its name, its keys and their types are read off its
/// record.
@NullMarked
package dev.millrace.io.plan;

import org.jspecify.annotations.NullMarked;
