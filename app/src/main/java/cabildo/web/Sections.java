package cabildo.web;

import java.util.List;

/// The places of the main navigation, each a path and a message (`web.section.plans`).
public final class Sections {
  public static final List<String> ALL =
      List.of("plans", "commitments", "studies", "members", "reports", "glossary");

  private Sections() {}
}
