package cabildo.instruments.xlsform;

import cabildo.instruments.ItemType;
import cabildo.instruments.xlsform.InstanceFault.Why;
import cabildo.instruments.xlsform.InstanceShape.Element;
import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the XML instance that a client sends, in one pass: element by element into `path ->
/// value`.
///
/// Namespaces and prefixes do not matter. Document types, entities of one's own, depth beyond 32
/// and more than 20,000 elements are refused before they cost anything. What the form does not know
/// is kept under its path, so that a `Filling` can say so.
public final class ReadInstance {
  private static final int DEEPEST = 32;
  private static final int MOST_ELEMENTS = 20_000;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> files = new ArrayList<>();
  private @Nullable String instanceId;
  private @Nullable String deprecatedId;
  private @Nullable String instanceName;
  private int elements;

  /// Finds the form by what the root of the instance says; refuses in its own way when there is
  /// none.
  public interface Forms {
    InstanceShape of(String formId, @Nullable String version);
  }

  private ReadInstance(XMLStreamReader xml) {
    this.xml = xml;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /// Refuses with an `InstanceFault`.
  public static Instance read(byte[] bytes, Forms forms) {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new java.io.ByteArrayInputStream(bytes));
      try {
        return new ReadInstance(xml).instance(forms);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new InstanceFault(Why.NOT_XML, where(e));
    } catch (UncheckedStreamException e) {
      throw new InstanceFault(Why.NOT_XML, String.valueOf(e.getMessage()));
    }
  }

  private static String where(XMLStreamException e) {
    var at = e.getLocation();
    return at == null ? "1:1" : at.getLineNumber() + ":" + at.getColumnNumber();
  }

  private Instance instance(Forms forms) throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {}
    @Nullable String formId = xml.getAttributeValue(null, "id");
    if (formId == null || formId.isBlank()) {
      throw new InstanceFault(Why.NO_FORM_ID, xml.getLocalName());
    }
    @Nullable String version = xml.getAttributeValue(null, "version");
    InstanceShape shape = forms.of(formId, version);
    group(shape.root(), "", shape, 1);
    while (xml.hasNext()) {
      next();
    }
    return new Instance(
        formId, version, instanceId, deprecatedId, instanceName, answers, List.copyOf(files));
  }

  /// @param place the path of the element, with its turns; empty for the root
  /// @param meta absent below the root
  private void group(Element element, String place, @Nullable InstanceShape meta, int depth)
      throws XMLStreamException {
    Map<String, Integer> turns = new HashMap<>(4);
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      Element child = element.children().get(name);
      if (child != null) {
        child(child, place, turns, depth);
      } else if (meta != null && name.equals("meta")) {
        meta(meta);
      } else {
        unknown(below(place, name), depth);
      }
    }
  }

  private void child(Element child, String place, Map<String, Integer> turns, int depth)
      throws XMLStreamException {
    enter(depth);
    String name = xml.getLocalName();
    String path = child.isRepeated() ? below(place, name) : child.path();
    if (child.isRepeat()) {
      if (isTemplate()) {
        skip(depth);
      } else {
        int turn = turns.merge(name, 1, Integer::sum);
        group(child, path + "[" + turn + "]", null, depth + 1);
      }
    } else if (child.type() == null) {
      group(child, path, null, depth + 1);
    } else {
      item(child, child.type(), path, depth);
    }
  }

  private void item(Element element, ItemType type, String path, int depth)
      throws XMLStreamException {
    String text = text(path, depth);
    if (element.isCount() || text.isBlank()) {
      return;
    }
    String value = type == ItemType.TEXT ? text : text.strip();
    if (answers.putIfAbsent(path, value) != null) {
      throw new InstanceFault(Why.TWICE, path);
    }
    if (type.isFile()) {
      files.add(value);
    }
  }

  /// What clients say of the instance itself.
  private void meta(InstanceShape shape) throws XMLStreamException {
    enter(1);
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      enter(2);
      String name = xml.getLocalName();
      String text = text("meta/" + name, 2).strip();
      switch (text.isEmpty() ? "" : name) {
        case "instanceID" -> instanceId = text;
        case "deprecatedID" -> deprecatedId = text;
        case "instanceName" -> instanceName = text;
        case "audit" -> audit(shape.audit(), text);
        default -> {}
      }
    }
  }

  private void audit(@Nullable String path, String fileName) {
    if (path != null && answers.putIfAbsent(path, fileName) == null) {
      files.add(fileName);
    }
  }

  private void unknown(String path, int depth) throws XMLStreamException {
    enter(depth);
    String text = text(path, depth).strip();
    if (!text.isEmpty()) {
      answers.putIfAbsent(path, text);
    }
  }

  /// The text of an element; elements within it are of no form.
  private String text(String path, int depth) throws XMLStreamException {
    @Nullable StringBuilder several = null;
    String text = "";
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (text.isEmpty()) {
            text = xml.getText();
          } else {
            several = several == null ? new StringBuilder(text) : several;
            several.append(xml.getText());
          }
        }
        case XMLStreamConstants.START_ELEMENT ->
            unknown(below(path, xml.getLocalName()), depth + 1);
        default -> {}
      }
    }
    return several == null ? text : several.toString();
  }

  private void skip(int depth) throws XMLStreamException {
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        enter(depth + 1);
        skip(depth + 1);
      }
    }
  }

  private boolean isTemplate() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("template")) {
        return true;
      }
    }
    return false;
  }

  private void enter(int depth) {
    if (depth > DEEPEST) {
      throw new InstanceFault(Why.TOO_DEEP, xml.getLocalName());
    }
    if (++elements > MOST_ELEMENTS) {
      throw new InstanceFault(Why.TOO_MANY_ELEMENTS, xml.getLocalName());
    }
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new InstanceFault(Why.DOCUMENT_TYPE, String.valueOf(xml.getLocation().getLineNumber()));
    }
    return event;
  }

  private static String below(String place, String name) {
    return place.isEmpty() ? name : place + "/" + name;
  }
}
