package cabildo.reports;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// An answer as it was last saved.
public record GivenAnswer(
    String question, JsonNode value, int version, Instant answeredAt, String answeredByName) {}
