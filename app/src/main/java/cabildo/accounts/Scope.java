package cabildo.accounts;

import cabildo.kernel.LocalText;
import java.util.UUID;

/// Where a role may hold.
///
/// @param kind `plan`, `organisation` or `territory`
public record Scope(UUID id, String kind, LocalText title) {}
