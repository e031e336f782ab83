package cabildo.studies;

import java.util.UUID;

/// One side from which a study looks.
///
/// @param versionId the published version of the instrument that is answered
/// @param formId the name of the form for phones and files
public record Component(
    UUID id, UUID studyId, Perspective perspective, UUID versionId, String formId) {}
