package cabildo.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Anything that a comment, an evidence item or a ledger line may point at.
///
/// @param kind the noun, as in `commitment`
/// @param parentId what it is part of
/// @param path its page without the language, as in `/commitments/mxmex0009`
public record Subject(
    UUID id, String kind, @Nullable UUID parentId, String path, LocalText title) {}
