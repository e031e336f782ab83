package cabildo.studies.transcription;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.Stream;
import cabildo.studies.Study;
import cabildo.studies.Table;
import cabildo.studies.UploadedTable;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.CitizenSides;
import cabildo.web.Answer;
import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Files of answers: uploaded, read without taking anything, then taken or left.
@Controller
@RequestMapping("/{lang}/studies/{slug}/imports")
@Transactional(readOnly = true)
public class ImportPages {
  private static final String LIST = "cabildo/studies/transcription/imports.jte";
  private static final String SHOW = "cabildo/studies/transcription/import.jte";

  private final CitizenSides sides;
  private final Imports imports;
  private final TakeImport takeImport;

  ImportPages(CitizenSides sides, Imports imports, TakeImport takeImport) {
    this.sides = sides;
    this.imports = imports;
    this.takeImport = takeImport;
  }

  public record ImportsPage(Study study, List<Import> imports, Form form) {}

  /// @param run what it would bring; absent once it was decided about
  public record ImportPage(Study study, Import file, @Nullable DryRun run, Form form) {}

  @GetMapping
  Answer list(Actor actor, @PathVariable String slug) {
    CitizenSide side = sides.forOfficer(actor, slug);
    return Answer.page(LIST, page(side, Form.blank()));
  }

  @PostMapping
  @Transactional
  Answer upload(
      Lang lang, Actor actor, @PathVariable String slug, Form form, HttpServletRequest request) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    Optional<String> text = UploadedTable.text(form, request);
    text.ifPresent(read -> UploadedTable.table(form, read));
    List<String> streams = List.of("probability", "volunteer");
    String stream = form.choice("stream", streams, "studies.transcription.import.streamNeeded");
    if (form.isFaulty() || text.isEmpty()) {
      return Answer.again(LIST, page(side, form));
    }
    Stream chosen = stream.equals("volunteer") ? Stream.VOLUNTEER : Stream.PROBABILITY;
    UUID id = imports.add(actor, side, chosen, UploadedTable.name(request), text.get());
    return Answer.seeOther("/" + lang + side.path() + "/imports/" + id);
  }

  @GetMapping("/{id}")
  Answer show(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id) {
    CitizenSide side = sides.forOfficer(actor, slug);
    return Answer.page(SHOW, page(lang, side, file(side, id), Form.blank()));
  }

  @PostMapping("/{id}/submissions")
  @Transactional
  Answer take(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String id, Form form) {
    CitizenSide side = sides.forOfficer(actor, slug);
    sides.mustBeOpen(side);
    Import file = file(side, id);
    DryRun run = run(lang, side, file);
    if (run == null) {
      throw Problem.conflict("studies.transcription.import.decided");
    }
    String lines =
        form.choice("lines", List.of("all", "good"), "studies.transcription.import.linesNeeded");
    if (lines.equals("all") && !run.faults().isEmpty()) {
      form.refuse("lines", "studies.transcription.import.faulty", run.faults().size());
    }
    if (form.isFaulty()) {
      return Answer.again(SHOW, page(lang, side, file, form));
    }
    takeImport.take(actor, side, file, run, lang);
    return Answer.seeOther("/" + lang + side.path() + "/imports/" + id);
  }

  @GetMapping("/{id}/refused.csv")
  Answer refused(Actor actor, @PathVariable String slug, @PathVariable String id) {
    CitizenSide side = sides.forOfficer(actor, slug);
    Import file = file(side, id);
    if (file.decidedAt() == null || file.content() == null) {
      throw Problem.notFound();
    }
    return new Answer.Document("text/csv", file.content(), null);
  }

  private ImportsPage page(CitizenSide side, Form form) {
    return new ImportsPage(side.study(), imports.of(side.component().id()), form);
  }

  private ImportPage page(Lang lang, CitizenSide side, Import file, Form form) {
    return new ImportPage(side.study(), file, run(lang, side, file), form);
  }

  private @Nullable DryRun run(Lang lang, CitizenSide side, Import file) {
    String content = file.content();
    if (file.decidedAt() != null || content == null) {
      return null;
    }
    return Table.read(content) instanceof Table.Good(Table table)
        ? takeImport.read(side, file.stream(), table, lang)
        : null;
  }

  private Import file(CitizenSide side, String id) {
    Import file = imports.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!file.componentId().equals(side.component().id())) {
      throw Problem.notFound();
    }
    return file;
  }
}
