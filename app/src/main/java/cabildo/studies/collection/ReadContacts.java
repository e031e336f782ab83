package cabildo.studies.collection;

import cabildo.studies.LineFault;
import cabildo.studies.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads a file of addresses: a column `card` (or `tarjeta`) with what is printed on the card, one
/// `email` (or `correo`), and if wanted one `language` (or `idioma`) with es or en.
final class ReadContacts {
  private static final String KEY = "studies.collection.contacts.";
  private static final List<String> CARD = List.of("card", "tarjeta");
  private static final List<String> EMAIL = List.of("email", "correo");
  private static final List<String> LANGUAGE = List.of("language", "idioma");

  record Contact(UUID invitationId, String email, String language) {}

  private final Map<String, Invitation> invitations = new HashMap<>();
  private final List<Contact> contacts = new ArrayList<>();
  private final List<LineFault> faults = new ArrayList<>();
  private final Set<UUID> seen = new HashSet<>();

  private ReadContacts(List<Invitation> invitations) {
    invitations.forEach(one -> this.invitations.put(one.reference(), one));
  }

  /// @param faults in the order of the lines; when there is one, no contact is to be kept
  record Outcome(List<Contact> contacts, List<LineFault> faults) {}

  static Outcome read(Table table, List<Invitation> invitations) {
    return new ReadContacts(invitations).all(table);
  }

  private Outcome all(Table table) {
    int card = column(table, CARD);
    int email = column(table, EMAIL);
    int language = column(table, LANGUAGE);
    if (card < 0 || email < 0) {
      faults.add(new LineFault(1, card < 0 ? "card" : "email", KEY + "columnMissing", List.of()));
    } else {
      for (Table.Row row : table.rows()) {
        row(row, card, email, language < 0 ? "es" : row.cell(language).toLowerCase(Locale.ROOT));
      }
    }
    return new Outcome(List.copyOf(contacts), List.copyOf(faults));
  }

  private void row(Table.Row row, int card, int email, String language) {
    String address = row.cell(email).toLowerCase(Locale.ROOT);
    Invitation invitation = invitations.get(row.cell(card));
    if (invitation == null) {
      fault(row, "card", "noSuchCard", row.cell(card));
    } else if (!seen.add(invitation.id())) {
      fault(row, "card", "cardTwice", row.cell(card));
    }
    if (address.length() > 254 || !address.matches("[^@\\s]+@[^@\\s.]+([.][^@\\s.]+)+")) {
      fault(row, "email", "notAnEmail");
    }
    if (!language.isEmpty() && !List.of("es", "en").contains(language)) {
      fault(row, "language", "notALanguage", language);
    }
    if (invitation != null) {
      contacts.add(new Contact(invitation.id(), address, language.isEmpty() ? "es" : language));
    }
  }

  private void fault(Table.Row row, String column, String key, Object... args) {
    faults.add(new LineFault(row.line(), column, KEY + key, List.of(args)));
  }

  private static int column(Table table, List<String> names) {
    for (int i = 0; i < table.header().size(); i++) {
      if (names.contains(table.header().get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }
}
