package cabildo.studies.collection;

import cabildo.instruments.Choice;
import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.Filling;
import cabildo.instruments.Item;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A questionnaire with the answers given so far: its pages, what is asked now, what is wrong.
public final class Questionnaire {
  /// Of a repeated group, in a browser.
  static final int MOST_TURNS = 50;

  private final Definition definition;
  private final List<FormPage> pages;
  private final Map<String, String> answers;
  private final Filling filling;

  Questionnaire(CompiledForm form, Map<String, String> answers, OffsetDateTime now, Lang reading) {
    this.definition = form.definition();
    this.pages = FormPage.of(definition);
    this.answers = Map.copyOf(answers);
    this.filling = Filling.of(form, answers, now, reading);
  }

  public Definition definition() {
    return definition;
  }

  /// As they were typed, whether they are asked now or not.
  public Map<String, String> answers() {
    return answers;
  }

  /// What is received when it is sent: asked answers and computed ones.
  public Map<String, String> toSend() {
    return filling.answers();
  }

  public Optional<FormPage> page(int number) {
    return pages.stream().filter(page -> page.number() == number).findFirst();
  }

  /// The pages that ask something now.
  public List<FormPage> asked() {
    return pages.stream().filter(this::asks).toList();
  }

  private boolean asks(FormPage page) {
    return page.nodes().stream().anyMatch(node -> isRelevant(node.name()));
  }

  /// Where to go on after a page: the next one that asks something, or the check.
  public String after(int number) {
    return asked().stream()
        .filter(page -> page.number() > number)
        .findFirst()
        .map(page -> "/pages/" + page.number())
        .orElse("/check");
  }

  /// Where to go back to from a page; empty for the first page of all.
  String before(int number) {
    return asked().reversed().stream()
        .filter(page -> page.number() < number)
        .findFirst()
        .map(page -> "/pages/" + page.number())
        .orElse("");
  }

  boolean isRelevant(String path) {
    return filling.isRelevant(path);
  }

  boolean isRequired(String path) {
    return filling.isRequired(path);
  }

  public List<Choice> choices(String path, Item item) {
    return item.choices() == null ? List.of() : filling.choices(path);
  }

  int turns(String group) {
    return Math.min(MOST_TURNS, filling.turns(group));
  }

  /// All that is wrong, in the order of the questions.
  public List<Filling.Fault> faults() {
    return filling.faults();
  }

  /// The page on which an item stands; absent for what is on none.
  public Optional<FormPage> pageOf(String path) {
    Optional<PlacedItem> placed = PageForm.item(definition, path);
    return placed.flatMap(item -> pages.stream().filter(page -> page.holds(item)).findFirst());
  }

  /// What an item asks; its path when it asks nothing.
  public String question(String path, Lang reading) {
    return item(path).map(Item::label).map(label -> label.in(reading).text()).orElse(path);
  }

  public Optional<Item> item(String path) {
    return PageForm.item(definition, path).map(PlacedItem::item);
  }
}
