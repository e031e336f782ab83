package cabildo.reports;

import cabildo.commitments.WrittenAbout;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts the published reports on the page of their commitment.
@Component
class ReportsOnCommitment implements WrittenAbout {
  private final Reports reports;
  private final Words words;

  ReportsOnCommitment(Reports reports, Words words) {
    this.reports = reports;
    this.words = words;
  }

  @Override
  public List<Writing> of(UUID commitmentId) {
    return reports.publishedOf(commitmentId).stream()
        .map(report ->
            new Writing(
                "/reports/" + report.slug(),
                words.say("reports.onCommitment", String.valueOf(report.publishedYear())),
                words.say("reports.findings.count", report.findingCount()),
                report.invented()))
        .toList();
  }
}
