package cabildo.studies;

import java.util.List;

/// What is wrong with a line of a file, and where.
///
/// @param line the header being line 1
/// @param column its name; empty when the whole line is meant
/// @param key the whole message key
public record LineFault(long line, String column, String key, List<Object> args) {}
