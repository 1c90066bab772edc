package dev.millrace.io.cli;

import dev.millrace.engine.Engine;

/// The engine that a user chose.
///
/// @param label its name, and what was chosen beside it
/// @param engine the engine
/// @param isParallel whether it uses more than one thread when it may
record Chosen(String label, Engine engine, boolean isParallel) {}
