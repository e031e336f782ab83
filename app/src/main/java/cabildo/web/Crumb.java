package cabildo.web;

/// One step of the way from the front page to where the reader is.
///
/// @param path without its language
public record Crumb(String path, String title) {}
