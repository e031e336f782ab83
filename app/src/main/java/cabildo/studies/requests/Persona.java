package cabildo.studies.requests;

import java.util.UUID;

/// The name under which somebody asks. Who that is, only `PersonaKeepers` knows.
public record Persona(UUID id, UUID roundId, String alias) {}
