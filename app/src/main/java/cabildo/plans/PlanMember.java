package cabildo.plans;

import cabildo.kernel.LocalText;
import cabildo.members.Level;
import java.util.UUID;

/// A territory as a member of a plan.
public record PlanMember(UUID planId, UUID id, Level level, String slug, LocalText name) {}
