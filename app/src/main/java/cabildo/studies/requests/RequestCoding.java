package cabildo.studies.requests;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one coder says of what came back.
///
/// @param clear 0 no, 1 partly, 2 yes; absent where nothing was received, like `complete`
/// @param isTrue of control questions
public record RequestCoding(
    UUID requestId,
    UUID personId,
    String personName,
    boolean received,
    @Nullable Integer clear,
    @Nullable Integer complete,
    @Nullable Boolean isTrue,
    @Nullable String note) {}
