package dev.millrace.feed;

/// A named field that every item of a feed has, and its type. Every column may hold null.
///
/// @param name the field's name, unique in its schema
/// @param type what the field may hold beside null
public record Column(String name, Type type) {}
