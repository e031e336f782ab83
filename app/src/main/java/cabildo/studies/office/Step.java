package cabildo.studies.office;

import cabildo.studies.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One step of the way through a study.
///
/// @param key names its texts: `studies.office.step.<key>`
/// @param path of its page, after the study's; absent where it is done on this page
/// @param state how far it is
/// @param count the number that its sentence says
/// @param phase the phase that is entered here; absent where something else is done
public record Step(
    String key, @Nullable String path, State state, long count, Phase.@Nullable Name phase) {

  /// How far a step is.
  public enum State {
    DONE,
    /// Can be done now.
    OPEN,
    /// Waits for an earlier step.
    LATER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// All steps in order; those of perspectives that the study does not take are left out.
  static List<Step> of(Stand.Whole whole) {
    Stand.Counts counts = whole.counts();
    boolean registered = whole.has(Phase.Name.REGISTERED);
    boolean opened = whole.has(Phase.Name.OPENED);
    boolean closed = whole.has(Phase.Name.CLOSED);
    boolean drawn = counts.drawnUnits() > 0;
    List<Step> steps = new ArrayList<>();
    steps.add(step("questions", null, counts.components() > 0, true, counts.components()));
    if (counts.asksCitizens()) {
      steps.addAll(beforeOpening(counts, registered));
    }
    steps.add(phase(Phase.Name.OPENED, "open", opened, drawn && counts.notices() > 0));
    if (counts.asksInstitutions()) {
      steps.add(step("assessments", "/assessments", false, true, counts.assessments()));
    }
    if (counts.simulates()) {
      steps.add(step("requests", "/requests", false, true, counts.requests()));
    }
    if (counts.asksCitizens()) {
      steps.add(step("fieldwork", "/fieldwork", closed, opened, counts.submissions()));
      steps.add(step("review", "/submissions", closed, opened, counts.unreviewedFlags()));
      steps.add(step("paper", "/paper", closed, opened, 0));
      steps.add(step("imports", "/imports", closed, opened, 0));
    }
    steps.add(phase(Phase.Name.CLOSED, "close", closed, opened));
    steps.add(phase(Phase.Name.PUBLISHED, "publish", whole.has(Phase.Name.PUBLISHED), closed));
    return steps;
  }

  private static List<Step> beforeOpening(Stand.Counts counts, boolean registered) {
    boolean noticed = counts.notices() > 0;
    boolean drawn = counts.drawnUnits() > 0;
    return List.of(
        step("notice", noticed ? "/notice" : "/notices/new", noticed, true, counts.notices()),
        step("plan", "/plan", registered, true, 0),
        step("draw", "/draw", drawn, registered, counts.drawnUnits()),
        step("invitations", "/invitations", counts.invitations() > 0, drawn, counts.invitations()));
  }

  private static Step step(
      String key, @Nullable String path, boolean done, boolean possible, long count) {
    return new Step(key, path, state(done, possible), count, null);
  }

  private static Step phase(Phase.Name phase, String key, boolean done, boolean possible) {
    return new Step(key, null, state(done, possible), 0, phase);
  }

  private static State state(boolean done, boolean possible) {
    return done ? State.DONE : possible ? State.OPEN : State.LATER;
  }
}
