package cabildo.instruments.xlsform;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import cabildo.instruments.Node;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes an instrument as an ODK XForm, for ODK Collect, Enketo and other clients.
///
/// Source: ODK XForms Specification, <https://getodk.github.io/xforms-spec/>.
public final class WriteXForm {
  /// A default that is computed: it has a reference or calls a function.
  private static final Pattern COMPUTED = Pattern.compile(".*(\\$\\{|[a-z-]+\\().*");

  private final Definition definition;
  private final XFormPaths paths;
  private final Markup xml = new Markup();

  private WriteXForm(Definition definition) {
    this.definition = definition;
    this.paths = new XFormPaths(definition);
  }

  /// @param formId by which clients know it, as the component of a study has it
  /// @param version as clients send it back, the number of the version
  /// @param lang of the title
  public static String write(Definition definition, String formId, String version, Lang lang) {
    return new WriteXForm(definition).document(formId, version, lang);
  }

  private String document(String formId, String version, Lang lang) {
    xml.begin("h:html")
        .with("xmlns", "http://www.w3.org/2002/xforms")
        .with("xmlns:h", "http://www.w3.org/1999/xhtml")
        .with("xmlns:jr", "http://openrosa.org/javarosa")
        .with("xmlns:orx", "http://openrosa.org/xforms")
        .with("xmlns:odk", "http://www.opendatakit.org/xforms")
        .inside();
    xml.open("h:head").leaf("h:title", definition.title().in(lang).text());
    xml.open("model", "odk:xforms-version", "1.0.0");
    new XFormTexts(definition, paths, xml).write();
    xml.open("instance").open("data", "id", formId, "version", version);
    instance(definition.children());
    meta();
    xml.close().close();
    new TreeSet<>(definition.choices().keySet()).forEach(this::choices);
    binds(definition.children(), "", false);
    xml.begin("bind")
        .with("nodeset", "/data/orx:meta/orx:instanceID")
        .with("type", "string")
        .with("readonly", "true()")
        .with("jr:preload", "uid")
        .done();
    xml.close().close();
    new XFormBody(definition, paths, xml).write();
    xml.close();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml;
  }

  private void meta() {
    xml.open("orx:meta").empty("orx:instanceID");
    if (definition.items().stream().anyMatch(item -> item.item().type() == ItemType.AUDIT)) {
      xml.empty("orx:audit");
    }
    xml.close();
  }

  private void instance(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Group group -> {
          Group.@Nullable Repeat repeat = group.repeat();
          if (repeat != null && repeat.count() != null) {
            xml.empty(group.name() + InstanceShape.COUNT);
          }
          xml.open(group.name(), "jr:template", repeat == null ? null : "");
          instance(group.children());
          xml.close();
        }
        case Item item -> {
          String value = item.defaultValue();
          if (item.type() == ItemType.AUDIT) {
            continue;
          }
          xml.leaf(item.name(), value == null || isComputed(value) ? "" : value);
        }
      }
    }
  }

  private static boolean isComputed(String value) {
    return COMPUTED.matcher(value).matches();
  }

  private void choices(String list) {
    xml.open("instance", "id", list).open("root");
    List<Choice> choices = definition.choices().getOrDefault(list, List.of());
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      xml.open("item").leaf("itextId", XFormTexts.choice(list, i)).leaf("name", choice.name());
      new TreeMap<>(choice.columns()).forEach((column, value) -> xml.leaf(column, value));
      xml.close();
    }
    xml.close().close();
  }

  private void binds(List<Node> nodes, String prefix, boolean isRepeated) {
    for (Node node : nodes) {
      String path = prefix + node.name();
      switch (node) {
        case Group group -> {
          Group.@Nullable Repeat repeat = group.repeat();
          group(group, path);
          binds(group.children(), path + "/", isRepeated || repeat != null);
        }
        case Item item -> item(item, path, isRepeated);
      }
    }
  }

  private void group(Group group, String path) {
    Group.@Nullable Repeat repeat = group.repeat();
    if (group.relevant() != null) {
      bind(path).with("relevant", expression(group.relevant(), path)).done();
    }
    if (repeat != null && repeat.count() != null) {
      bind(path + InstanceShape.COUNT)
          .with("type", "string")
          .with("readonly", "true()")
          .with("calculate", expression(repeat.count(), path))
          .done();
    }
  }

  private Markup bind(String path) {
    return xml.begin("bind").with("nodeset", XFormPaths.ROOT + path);
  }

  private void item(Item item, String path, boolean isRepeated) {
    if (item.type() == ItemType.AUDIT) {
      xml.empty("bind", "nodeset", "/data/orx:meta/orx:audit", "type", "binary");
      return;
    }
    boolean isReadOnly = item.readOnly() || item.type() == ItemType.NOTE;
    String preload = XFormTypes.preload(item.type());
    bind(path)
        .with("type", XFormTypes.of(item))
        .with("relevant", expression(item.relevant(), path))
        .with("required", expression(item.required(), path))
        .with("jr:requiredMsg", text(item.requiredMessage(), XFormTexts.required(path)))
        .with("constraint", expression(item.constraint(), path))
        .with("jr:constraintMsg", text(item.constraintMessage(), XFormTexts.constraint(path)))
        .with("calculate", expression(item.calculation(), path))
        .with("readonly", isReadOnly ? "true()" : null)
        .with("jr:preload", preload)
        .with("jr:preloadParams", preload == null ? null : item.type().code())
        .with("orx:max-pixels", item.parameters().get("max-pixels"))
        .done();
    computedDefault(item, path, isRepeated);
  }

  private void computedDefault(Item item, String path, boolean isRepeated) {
    if (item.defaultValue() != null && isComputed(item.defaultValue())) {
      String first = "odk-instance-first-load";
      xml.begin("setvalue")
          .with("event", isRepeated ? first + " odk-new-repeat" : first)
          .with("ref", XFormPaths.ROOT + path)
          .with("value", expression(item.defaultValue(), path))
          .done();
    }
  }

  private static @Nullable String text(@Nullable LocalText text, String id) {
    return text == null ? null : "jr:itext('" + id + "')";
  }

  private @Nullable String expression(@Nullable String text, String from) {
    return text == null ? null : paths.expression(text, from, false);
  }
}
