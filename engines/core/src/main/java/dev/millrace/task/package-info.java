/// Units of work that wait for other units, and how somebody is told that they ended. Nothing here
/// blocks a thread, and nothing here starts one.
@NullMarked
package dev.millrace.task;

import org.jspecify.annotations.NullMarked;
