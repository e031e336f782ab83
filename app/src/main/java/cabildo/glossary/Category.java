package cabildo.glossary;

import cabildo.kernel.LocalText;

/// A group of terms.
public record Category(String slug, LocalText name) {}
