package cabildo.studies.results;

import cabildo.instruments.Digest;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.studies.sampling.Draws;
import cabildo.studies.sampling.Frame;
import cabildo.studies.sampling.FrameCsv;
import cabildo.studies.sampling.Frames;
import cabildo.studies.sampling.SampleCsv;
import cabildo.studies.sampling.SampledUnit;
import cabildo.studies.sampling.SamplingPlan;
import cabildo.studies.sampling.SamplingPlans;
import cabildo.studies.submissions.Codings;
import cabildo.web.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Everything with which anyone recomputes the draw and the figures of a published sample.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class PackagePages {
  private final Studies studies;
  private final Phases phases;
  private final Components components;
  private final Codings codings;
  private final SamplingPlans plans;
  private final Frames frames;
  private final Draws draws;
  private final ComposeResults compose;

  PackagePages(
      Studies studies,
      Phases phases,
      Components components,
      Codings codings,
      SamplingPlans plans,
      Frames frames,
      Draws draws,
      ComposeResults compose) {
    this.studies = studies;
    this.phases = phases;
    this.components = components;
    this.codings = codings;
    this.plans = plans;
    this.frames = frames;
    this.draws = draws;
    this.compose = compose;
  }

  /// The same bytes as long as the study is the same: its files carry the day of publication.
  @GetMapping("/package.zip")
  Answer show(Lang lang, @PathVariable String slug) throws IOException {
    Study study = studies.get(slug);
    LocalDateTime published =
        phases.of(study.id()).stream()
            .filter(phase -> phase.phase() == Phase.Name.PUBLISHED)
            .map(phase -> LocalDateTime.ofInstant(phase.enteredAt(), ZoneOffset.UTC))
            .findFirst()
            .orElseThrow(Problem::notFound);
    SamplingPlan plan = plans.findRegistered(study.id()).orElseThrow(Problem::notFound);
    Draws.Draw draw = draws.find(plan.id()).orElseThrow(Problem::notFound);
    byte[] zip = zip(files(study, plan, draw, lang), published);
    return new Answer.Bytes("application/zip", zip, Set.of(study.id(), study.territoryId()));
  }

  private Map<String, String> files(Study study, SamplingPlan plan, Draws.Draw draw, Lang lang) {
    StudyResults results = compose.of(study).orElseThrow(Problem::notFound);
    Component citizens =
        components.find(study.id(), Perspective.CITIZEN).orElseThrow(Problem::notFound);
    Frame frame = frames.get(plan.frameId());
    List<SampledUnit> drawn = draws.units(study.id());
    DecisionPolicy policy = plan.promised().policy();
    String promised = Digest.canonical(SamplingPlans.registered(plan, frame));
    Map<String, String> files = new TreeMap<>();
    files.put("frame.csv", FrameCsv.of(frames.units(frame.id())));
    files.put("plan.json", promised);
    files.put("draw.csv", SampleCsv.of(drawn));
    files.put("sums.json", SumsJson.write(results, policy));
    files.put("codebook.json", CodebookJson.write(study, codings.of(citizens)));
    files.put("results.csv", ResultsCsv.of(results, phases.of(study.id()), lang));
    files.put("results.json", ResultsJson.write(results, lang));
    String command = draw.command(drawn.size());
    files.put("README.txt", PackageReadme.of(study, command, sha256(promised), policy.minCell()));
    files.put(
        "SHA256SUMS",
        files.entrySet().stream()
            .map(file -> sha256(file.getValue()) + "  " + file.getKey() + "\n")
            .collect(Collectors.joining()));
    return files;
  }

  private static String sha256(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(Map<String, String> files, LocalDateTime time) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
