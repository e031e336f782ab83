package cabildo.instruments.xlsform;

import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import cabildo.instruments.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of an XForm: one control for each item that is shown.
final class XFormBody {
  private final Definition definition;
  private final XFormPaths paths;
  private final Markup xml;

  XFormBody(Definition definition, XFormPaths paths, Markup xml) {
    this.definition = definition;
    this.paths = paths;
    this.xml = xml;
  }

  void write() {
    xml.open("h:body");
    nodes(definition.children(), "");
    xml.close();
  }

  private void nodes(List<Node> nodes, String prefix) {
    for (Node node : nodes) {
      String path = prefix + node.name();
      switch (node) {
        case Group group -> group(group, path);
        case Item item -> item(item, path);
      }
    }
  }

  private void group(Group group, String path) {
    Group.@Nullable Repeat repeat = group.repeat();
    xml.open("group", "ref", XFormPaths.ROOT + path, "appearance", group.appearance());
    if (group.label() != null) {
      xml.empty("label", "ref", itext(XFormTexts.label(path)));
    }
    if (repeat == null) {
      nodes(group.children(), path + "/");
    } else {
      boolean isCounted = repeat.count() != null;
      xml.begin("repeat")
          .with("nodeset", XFormPaths.ROOT + path)
          .with("jr:count", isCounted ? XFormPaths.ROOT + path + InstanceShape.COUNT : null)
          .with("jr:noAddRemove", isCounted ? "true()" : null)
          .inside();
      nodes(group.children(), path + "/");
      xml.close();
    }
    xml.close();
  }

  private void item(Item item, String path) {
    boolean isShown = item.label() != null || item.hint() != null || !item.media().isEmpty();
    if (item.type().compareTo(ItemType.NOTE) > 0 || (!isShown && item.calculation() != null)) {
      return;
    }
    xml.begin(control(item.type()))
        .with("ref", XFormPaths.ROOT + path)
        .with("appearance", item.appearance())
        .with("mediatype", mediaType(item.type()))
        .with("rows", item.parameters().get("rows"))
        .with("start", bound(item, "start", "0"))
        .with("end", bound(item, "end", "10"))
        .with("step", bound(item, "step", "1"))
        .inside();
    xml.empty("label", "ref", itext(XFormTexts.label(path)));
    if (item.hint() != null || item.guidance() != null) {
      xml.empty("hint", "ref", itext(XFormTexts.hint(path)));
    }
    choices(item, path);
    xml.close();
  }

  private void choices(Item item, String path) {
    if (item.choices() == null) {
      return;
    }
    String filter = item.choiceFilter();
    String nodes =
        "instance('"
            + item.choices()
            + "')/root/item"
            + (filter == null ? "" : "[" + paths.expression(filter, path, true) + "]");
    boolean isShuffled = "true".equals(item.parameters().get("randomize"));
    @Nullable String seed = item.parameters().get("seed");
    String arguments = nodes + (seed == null ? "" : ", " + paths.expression(seed, path, false));
    xml.open("itemset", "nodeset", isShuffled ? "randomize(" + arguments + ")" : nodes);
    xml.empty("value", "ref", "name");
    xml.empty("label", "ref", "jr:itext(itextId)");
    xml.close();
  }

  private static String control(ItemType type) {
    return switch (type) {
      case SELECT_ONE -> "select1";
      case SELECT_MULTIPLE -> "select";
      case RANK -> "odk:rank";
      case RANGE -> "range";
      case ACKNOWLEDGE -> "trigger";
      case IMAGE, AUDIO, VIDEO, FILE -> "upload";
      default -> "input";
    };
  }

  private static @Nullable String mediaType(ItemType type) {
    return switch (type) {
      case IMAGE -> "image/*";
      case AUDIO -> "audio/*";
      case VIDEO -> "video/*";
      case FILE -> "application/*";
      default -> null;
    };
  }

  private static @Nullable String bound(Item item, String name, String otherwise) {
    return item.type() == ItemType.RANGE ? item.parameters().getOrDefault(name, otherwise) : null;
  }

  private static String itext(String id) {
    return "jr:itext('" + id + "')";
  }
}
