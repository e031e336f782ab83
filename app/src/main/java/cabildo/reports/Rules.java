package cabildo.reports;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The catalogue of the consistency review: one rule a number. What blocks rests on structured
/// facts; what was found in a text only asks. The messages are `reports.finding.C1.title`,
/// `.answer` and `.record`.
///
/// | number | finds | severity |
/// | --- | --- | --- |
/// | C1 | completion declared above the one that the milestones give | block |
/// | C2 | "as planned" against milestones that were or are late | block |
/// | C3 | a major or outstanding result without evidence | block |
/// | C4 | problem addressed, with nothing that measures it or with open milestones | warn |
/// | C5 | answers that should rest on evidence and do not | warn |
/// | C6 | several effects asked in one answer | ask |
/// | C7 | a measure that stopped below half of its target | warn |
/// | C8 | one degree for every value, or a value never aimed at | warn |
/// | C9 | assessed before the end, or nobody can tell when | block |
/// | C10 | due date, lateness, absent dates | fact |
/// | C11 | indicators without a baseline, or none at all | warn |
/// | C12 | independence not declared | block |
/// | C13 | no barrier, no recommendation, no decision on what follows | warn, ask |
/// | C14 | a number of municipalities without their names | ask |
/// | C15 | a term that a machine translation broke | ask |
/// | C16 | the years in the plan's title against its dates | fact |
@Component
class Rules {
  static final List<String> OPENINGS = List.of("q2_1_1", "q2_1_2", "q2_1_3");

  private final List<Rule> all;

  Rules(CompletionRules completion, OpeningRules opening, FilingRules filing) {
    all = Stream.of(completion.all(), opening.all(), filing.all()).flatMap(List::stream).toList();
  }

  List<Rule> all() {
    return all;
  }
}
