package cabildo.app.demo;

import cabildo.instruments.Choice;
import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.Filling;
import cabildo.instruments.Item;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Made-up answers such as people could have given, the same again for the same seed.
///
/// Where the choices of an item carry a score, those near to how open the place is are given more
/// often; a state such as "does not know" is given now and then. What a form would not have asked
/// is left out.
final class InventedAnswers {
  private static final double SPREAD = 0.18;
  private static final double STATE_SHARE = 0.07;
  private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2022-05-01T12:00:00-06:00");

  private final Definition definition;
  private final CompiledForm form;
  private final SplittableRandom random;

  InventedAnswers(Definition definition, long seed) {
    this.definition = definition;
    this.form = CompiledForm.of(definition);
    this.random = new SplittableRandom(seed);
  }

  /// @param openness of the place, 0 to 1
  /// @param code of the municipality
  Map<String, String> of(double openness, String code) {
    Map<String, String> answers = new HashMap<>();
    for (PlacedItem placed : definition.items()) {
      if (!placed.isRepeated() && placed.item().type().isChoice()) {
        choose(placed.item(), openness, code)
            .forEach(choice -> answers.merge(placed.path(), choice, (a, b) -> a + " " + b));
      }
    }
    return Filling.of(form, answers, MOMENT, Lang.ES).answers();
  }

  double next() {
    return random.nextDouble();
  }

  private List<String> choose(Item item, double openness, String code) {
    List<Choice> choices = definition.choicesOf(item);
    return switch (String.valueOf(item.use())) {
      case "territory" -> List.of(code);
      case "consent" -> List.of(choices.getFirst().name());
      case "cell" -> List.of(ofPeople(choices));
      default ->
          switch (item.type()) {
            case SELECT_MULTIPLE -> some(choices, openness);
            default -> List.of(one(choices, openness));
          };
    };
  }

  /// Classes of people are about as large as each other; what is left for another answer is rare.
  private String ofPeople(List<Choice> choices) {
    Choice choice = choices.get(random.nextInt(choices.size()));
    boolean isRare = choice.name().equals("other") && random.nextDouble() > 0.05;
    return isRare ? choices.get(random.nextInt(2)).name() : choice.name();
  }

  private List<String> some(List<Choice> choices, double openness) {
    List<String> chosen = new ArrayList<>();
    for (Choice choice : choices) {
      if (!isState(choice) && random.nextDouble() < 0.2 + 0.4 * openness) {
        chosen.add(choice.name());
      }
    }
    return chosen.isEmpty() ? List.of(one(choices, openness)) : chosen;
  }

  private String one(List<Choice> choices, double openness) {
    double[] weights = new double[choices.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(choices.get(i), openness);
      sum += weights[i];
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return choices.get(i).name();
      }
    }
    return choices.getLast().name();
  }

  private static double weight(Choice choice, double openness) {
    if (isState(choice)) {
      return STATE_SHARE;
    }
    String score = choice.columns().get("score");
    if (score == null) {
      return 0.5;
    }
    double distance = Double.parseDouble(score) - openness;
    return 0.02 + Math.exp(-distance * distance / (2 * SPREAD));
  }

  private static boolean isState(Choice choice) {
    return choice.columns().containsKey("state");
  }
}
