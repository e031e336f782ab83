package cabildo.reports;

import java.util.List;

/// One rule of the consistency review: it looks at the facts and gives what it found.
interface Rule {
  List<Finding> check(ReportFacts facts);
}
