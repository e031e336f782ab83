package cabildo.studies.openrosa;

import cabildo.instruments.Filling;
import cabildo.instruments.xlsform.Instance;
import cabildo.instruments.xlsform.InstanceFault;
import cabildo.instruments.xlsform.InstanceShape;
import cabildo.instruments.xlsform.ReadInstance;
import cabildo.kernel.Lang;
import cabildo.studies.Stream;
import cabildo.studies.submissions.Attachments;
import cabildo.studies.submissions.Mode;
import cabildo.studies.submissions.NewSubmission;
import cabildo.studies.submissions.Receipt;
import cabildo.studies.submissions.Submissions;
import cabildo.text.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Checks what a phone sent against its form and hands it to the record. Returns when everything is
/// durable; refuses with `Refused`.
@Component
class TakeSubmission {
  private static final int FAULTS_TOLD = 3;

  private final Submissions submissions;
  private final Attachments attachments;
  private final TransactionOperations transactions;
  private final Messages messages;
  private final Clock clock;

  TakeSubmission(
      Submissions submissions,
      Attachments attachments,
      TransactionOperations transactions,
      Messages messages,
      Clock clock) {
    this.submissions = submissions;
    this.attachments = attachments;
    this.transactions = transactions;
    this.messages = messages;
    this.clock = clock;
  }

  /// @param device as the client names itself; absent when it does not
  void take(Field field, Upload upload, @Nullable String device, Lang lang) {
    Instance instance = read(field, upload.xml());
    Receipt receipt = submissions.accept(submission(field, instance, upload, device, lang));
    long id =
        switch (receipt) {
          case Receipt.Accepted(long accepted, boolean _) -> accepted;
          case Receipt.Conflict _ -> throw new Refused(Refused.Why.CONFLICT);
          case Receipt.AnsweredAlready _ -> throw new Refused(Refused.Why.ANSWERED_ALREADY);
          case Receipt.NothingToReplace _ -> throw new Refused(Refused.Why.NOTHING_TO_REPLACE);
          case Receipt.NotTheNewest _ -> throw new Refused(Refused.Why.NOT_THE_NEWEST);
        };
    if (!upload.files().isEmpty() || !instance.files().isEmpty()) {
      transactions.executeWithoutResult(
          _ -> attachments.receive(id, instance.files(), upload.files(), upload.isComplete()));
    }
  }

  private static Instance read(Field field, byte[] xml) {
    if (xml.length > Upload.LARGEST_XML) {
      throw new Refused(Refused.Why.TOO_LARGE, xml.length, Upload.LARGEST_XML);
    }
    if (isWide(xml)) {
      throw new Refused(Refused.Why.NOT_XML, "1:1");
    }
    try {
      return ReadInstance.read(xml, (formId, version) -> shape(field.form(), formId, version));
    } catch (InstanceFault fault) {
      throw new Refused(
          switch (fault.why()) {
            case NOT_XML -> Refused.Why.NOT_XML;
            case DOCUMENT_TYPE -> Refused.Why.DOCUMENT_TYPE;
            case TOO_DEEP -> Refused.Why.TOO_DEEP;
            case TOO_MANY_ELEMENTS -> Refused.Why.TOO_MANY_ELEMENTS;
            case NO_FORM_ID -> Refused.Why.NO_FORM_ID;
            case TWICE -> Refused.Why.TWICE;
          },
          String.valueOf(fault.getMessage()));
    }
  }

  /// Not UTF-8, nor any encoding that keeps ASCII.
  private static boolean isWide(byte[] xml) {
    return xml.length < 2 || xml[0] == 0 || xml[1] == 0 || (xml[0] & 0xff) >= 0xfe;
  }

  private static InstanceShape shape(PhoneForm form, String formId, @Nullable String version) {
    if (!formId.equals(form.formId())) {
      throw new Refused(Refused.Why.UNKNOWN_FORM, formId);
    }
    if (!form.version().equals(version)) {
      throw new Refused(
          Refused.Why.UNKNOWN_VERSION, version == null ? "" : version, form.version());
    }
    return form.shape();
  }

  private NewSubmission submission(
      Field field, Instance instance, Upload upload, @Nullable String device, Lang lang) {
    String instanceId = instance.instanceId();
    if (instanceId == null || instanceId.length() > 200) {
      throw new Refused(Refused.Why.NO_INSTANCE_ID);
    }
    switch (field.standing()) {
      case NOT_OPEN -> throw new Refused(Refused.Why.NOT_OPEN);
      case CLOSED -> throw new Refused(Refused.Why.CLOSED);
      case OPEN -> {}
    }
    PhoneForm.@Nullable Place place = place(field.form(), instance.answers());
    Map<String, String> answers = own(field.form(), instance.answers(), place);
    Instant finished = moment(answers, field.form().endPath());
    Filling filling = filling(field.form(), answers, finished, lang);
    UUID territory = place == null ? named(field.form(), answers) : place.territoryId();
    return new NewSubmission(
        field.component().id(),
        place == null ? Stream.VOLUNTEER : Stream.PROBABILITY,
        Mode.PHONE,
        instanceId,
        place == null ? null : place.number(),
        null,
        territory,
        field.form().compiled().definition().original(),
        moment(answers, field.form().startPath()),
        finished,
        field.collector().name(),
        device,
        new String(upload.xml(), StandardCharsets.UTF_8),
        filling.answers(),
        instance.deprecatedId());
  }

  private static PhoneForm.@Nullable Place place(PhoneForm form, Map<String, String> answers) {
    String unit = answers.getOrDefault(PhoneForm.UNIT, "");
    return form.asksUnit()
        ? form.unit(unit).orElseThrow(() -> new Refused(Refused.Why.NO_UNIT, unit))
        : null;
  }

  /// The municipality that a volunteer says.
  private static @Nullable UUID named(PhoneForm form, Map<String, String> answers) {
    String path = form.territoryPath();
    return path == null ? null : form.municipalities().get(answers.getOrDefault(path, ""));
  }

  /// Without what the phone showed beside the instrument, and with the municipality that follows
  /// from the unit.
  private static Map<String, String> own(
      PhoneForm form, Map<String, String> all, PhoneForm.@Nullable Place place) {
    Map<String, String> answers = new HashMap<>(all);
    answers.keySet().removeIf(path -> path.startsWith(PhoneForm.OURS));
    String territory = form.territoryPath();
    if (territory != null && place != null) {
      answers.put(territory, place.territoryCode());
    }
    for (String consent : form.consents()) {
      if (!answers.getOrDefault(consent, "").equals("yes")) {
        throw new Refused(Refused.Why.NO_CONSENT);
      }
    }
    return answers;
  }

  /// Judged at the moment when it was filled in, since a phone may wait for days for a network.
  private Filling filling(
      PhoneForm form, Map<String, String> answers, @Nullable Instant finished, Lang lang) {
    Instant now = finished == null ? clock.instant() : finished;
    ZoneId zone = clock.getZone();
    Filling filling =
        Filling.of(form.compiled(), answers, OffsetDateTime.ofInstant(now, zone), lang);
    List<Filling.Fault> faults = filling.faults();
    if (!faults.isEmpty()) {
      throw new Refused(Refused.Why.OUTSIDE, told(form, faults, lang));
    }
    return filling;
  }

  /// The first faults in the words of the form.
  private String told(PhoneForm form, List<Filling.Fault> faults, Lang lang) {
    List<String> told = new ArrayList<>();
    for (Filling.Fault fault : faults.subList(0, Math.min(FAULTS_TOLD, faults.size()))) {
      String question =
          form.compiled()
              .definition()
              .find(fault.path().replaceAll("\\[[0-9]+]", ""))
              .map(placed -> placed.item().label())
              .map(label -> label.in(lang).text())
              .orElse(fault.path());
      String reason =
          fault.message() == null
              ? messages.text(lang, "studies.openrosa.fault." + code(fault.kind()))
              : fault.message().in(lang).text();
      told.add(messages.text(lang, "studies.openrosa.fault", question, reason));
    }
    if (faults.size() > FAULTS_TOLD) {
      told.add(messages.text(lang, "studies.openrosa.fault.more", faults.size() - FAULTS_TOLD));
    }
    return String.join(" ", told);
  }

  private static String code(Filling.Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static @Nullable Instant moment(Map<String, String> answers, @Nullable String path) {
    String value = path == null ? null : answers.get(path);
    try {
      return value == null ? null : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }
}
