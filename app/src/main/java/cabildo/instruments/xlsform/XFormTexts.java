package cabildo.instruments.xlsform;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.Node;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The `itext` of an XForm: every text in every language, under ids that the body refers to.
final class XFormTexts {
  private final Definition definition;
  private final XFormPaths paths;
  private final Markup xml;

  /// One form of a text, as `guidance` or `image`.
  private record Form(String form, LocalText text) {}

  XFormTexts(Definition definition, XFormPaths paths, Markup xml) {
    this.definition = definition;
    this.paths = paths;
    this.xml = xml;
  }

  static String label(String path) {
    return XFormPaths.ROOT + path + ":label";
  }

  static String hint(String path) {
    return XFormPaths.ROOT + path + ":hint";
  }

  static String constraint(String path) {
    return XFormPaths.ROOT + path + ":jr:constraintMsg";
  }

  static String required(String path) {
    return XFormPaths.ROOT + path + ":jr:requiredMsg";
  }

  static String choice(String list, int number) {
    return list + "-" + number;
  }

  /// The name by which XLSForm writes a language: `Español (es)`.
  static String name(Lang lang) {
    String name = Locale.of(lang.code()).getDisplayLanguage(Locale.of(lang.code()));
    return name.equals(lang.code())
        ? lang.code() + " (" + lang.code() + ")"
        : Character.toUpperCase(name.charAt(0)) + name.substring(1) + " (" + lang.code() + ")";
  }

  void write() {
    xml.open("itext");
    for (Lang lang : definition.languages()) {
      boolean isOriginal = lang.equals(definition.original());
      xml.open("translation", "lang", name(lang), "default", isOriginal ? "true()" : null);
      nodes(definition.children(), "", lang);
      for (String list : new TreeSet<>(definition.choices().keySet())) {
        choices(list, lang);
      }
      xml.close();
    }
    xml.close();
  }

  private void nodes(List<Node> nodes, String prefix, Lang lang) {
    for (Node node : nodes) {
      String path = prefix + node.name();
      switch (node) {
        case Group group -> {
          text(label(path), path, group.label(), lang, List.of(), Map.of());
          nodes(group.children(), path + "/", lang);
        }
        case Item item -> item(item, path, lang);
      }
    }
  }

  private void item(Item item, String path, Lang lang) {
    text(label(path), path, item.label(), lang, List.of(), item.media());
    LocalText guidance = item.guidance();
    List<Form> forms = guidance == null ? List.of() : List.of(new Form("guidance", guidance));
    text(hint(path), path, item.hint(), lang, forms, Map.of());
    text(constraint(path), path, item.constraintMessage(), lang, List.of(), Map.of());
    text(required(path), path, item.requiredMessage(), lang, List.of(), Map.of());
  }

  private void choices(String list, Lang lang) {
    List<Choice> choices = definition.choices().getOrDefault(list, List.of());
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      text(choice(list, i), "", choice.label(), lang, List.of(), choice.media());
    }
  }

  private void text(
      String id,
      String path,
      @Nullable LocalText text,
      Lang lang,
      List<Form> forms,
      Map<String, String> media) {
    if (text == null && forms.isEmpty() && media.isEmpty()) {
      return;
    }
    xml.open("text", "id", id);
    if (text != null) {
      xml.open("value");
      spoken(text.in(lang).text(), path);
      xml.close();
    }
    for (Form form : forms) {
      xml.open("value", "form", form.form());
      spoken(form.text().in(lang).text(), path);
      xml.close();
    }
    new TreeMap<>(media)
        .forEach((kind, file) -> xml.leaf("value", address(kind, file), "form", kind));
    xml.close();
  }

  private static String address(String kind, String file) {
    String folder = kind.endsWith("image") ? "images" : kind;
    return "jr://" + folder + "/" + file;
  }

  /// A text in which answers may be filled in.
  private void spoken(String text, String path) {
    List<String> parts = paths.parts(text, path);
    for (int i = 0; i < parts.size(); i++) {
      if (i % 2 == 0) {
        xml.text(parts.get(i));
      } else if (!parts.get(i).isEmpty()) {
        xml.empty("output", "value", parts.get(i));
      }
    }
  }
}
