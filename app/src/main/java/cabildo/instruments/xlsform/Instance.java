package cabildo.instruments.xlsform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One filled form as a client sent it.
///
/// @param version as the client had it; absent when it did not say
/// @param instanceId of `meta`; absent when it did not say
/// @param deprecatedId the instance that this one replaces
/// @param instanceName what the client calls it
/// @param answers by path, with the turns of repeats; blank ones are left out
/// @param files names of the attachments that answers speak of
public record Instance(
    String formId,
    @Nullable String version,
    @Nullable String instanceId,
    @Nullable String deprecatedId,
    @Nullable String instanceName,
    Map<String, String> answers,
    List<String> files) {}
