package cabildo.studies.transcription;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Stream;
import cabildo.studies.Table;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.Invitations;
import cabildo.studies.collection.Questionnaires;
import cabildo.studies.collection.UnitProgress;
import cabildo.studies.submissions.Mode;
import cabildo.studies.submissions.NewSubmission;
import cabildo.studies.submissions.Receipt;
import cabildo.studies.submissions.Submissions;
import cabildo.text.Messages;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a file of answers without taking anything, and takes it once somebody has decided.
@Component
class TakeImport {
  private final Imports imports;
  private final Invitations invitations;
  private final Territories territories;
  private final Questionnaires questionnaires;
  private final Submissions submissions;
  private final Messages messages;

  TakeImport(
      Imports imports,
      Invitations invitations,
      Territories territories,
      Questionnaires questionnaires,
      Submissions submissions,
      Messages messages) {
    this.imports = imports;
    this.invitations = invitations;
    this.territories = territories;
    this.questionnaires = questionnaires;
    this.submissions = submissions;
    this.messages = messages;
  }

  DryRun read(CitizenSide side, Stream stream, Table table, Lang reader) {
    var read =
        new ReadAnswers(
            table,
            questionnaires.definition(side),
            stream,
            new ReadAnswers.Known(units(side), places(side)),
            (answers, reading) -> questionnaires.of(side, answers, reading),
            reader);
    List<ReadAnswers.Line> lines = read.lines();
    List<ReadAnswers.Line> good = lines.stream().filter(ReadAnswers.Line::isGood).toList();
    long known =
        good.stream()
            .filter(line -> submissions.find(side.component().id(), line.instanceId()).isPresent())
            .count();
    return new DryRun(table, read.headerFaults(), lines, (int) known);
  }

  /// Takes the good lines; or all, when none is at fault. Everything or nothing: it is one
  /// transaction.
  void take(Actor actor, CitizenSide side, Import file, DryRun run, Lang lang) {
    int taken = 0;
    int known = 0;
    List<ReadAnswers.Line> left = new ArrayList<>();
    Map<ReadAnswers.Line, String> reasons = new HashMap<>();
    for (ReadAnswers.Line line : run.lines()) {
      if (!line.isGood()) {
        left.add(line);
        reasons.put(line, reason(line, lang));
      } else if (submissions.accept(submission(side, file, line, actor))
          instanceof Receipt.Accepted(_, boolean isNew)) {
        taken += isNew ? 1 : 0;
        known += isNew ? 0 : 1;
      } else {
        left.add(line);
        reasons.put(line, messages.text(lang, "studies.transcription.import.otherContent"));
      }
    }
    imports.decide(actor, side, file, taken, known, left.size(), csv(run.table(), left, reasons));
  }

  private static NewSubmission submission(
      CitizenSide side, Import file, ReadAnswers.Line line, Actor actor) {
    return new NewSubmission(
        side.component().id(),
        file.stream(),
        Mode.FILE,
        line.instanceId(),
        line.unit(),
        null,
        line.territoryId(),
        line.language(),
        null,
        null,
        actor.name(),
        null,
        null,
        line.answers(),
        null);
  }

  private String reason(ReadAnswers.Line line, Lang lang) {
    return line.faults().stream()
        .map(fault ->
            fault.column() + ": " + messages.text(lang, fault.key(), fault.args().toArray()))
        .collect(Collectors.joining("; "));
  }

  /// The lines that were left out, as they were, with their reasons in a first column.
  private static @Nullable String csv(
      Table table, List<ReadAnswers.Line> left, Map<ReadAnswers.Line, String> reasons) {
    if (left.isEmpty()) {
      return null;
    }
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(with("reason", table.header()));
      left.forEach(
          line -> csv.writeRecord(with(reasons.getOrDefault(line, ""), line.row().cells())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> with(String first, List<String> cells) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(cells);
    return all;
  }

  private Map<String, Integer> units(CitizenSide side) {
    Map<String, Integer> units = new HashMap<>();
    for (UnitProgress unit : invitations.byUnit(side.component())) {
      units.put(unit.code(), unit.number());
    }
    for (UnitProgress unit : invitations.byUnit(side.component())) {
      units.put(String.valueOf(unit.number()), unit.number());
    }
    return units;
  }

  private Map<String, java.util.UUID> places(CitizenSide side) {
    return territories.children(side.study().territoryId()).stream()
        .collect(Collectors.toMap(Territory::code, Territory::id, (a, _) -> a));
  }
}
