/// The values that fields of items hold, and their one total order.
package dev.millrace.value;
