package cabildo.studies.submissions;

import cabildo.instruments.Versions;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The coding of each component, made once: a component's version is published and never changes.
@Component
public class Codings {
  private final Versions versions;
  private final Map<UUID, SheetCoding> known = new ConcurrentHashMap<>();

  public Codings(Versions versions) {
    this.versions = versions;
  }

  public SheetCoding of(cabildo.studies.Component component) {
    SheetCoding coding = known.get(component.versionId());
    if (coding == null) {
      coding = SheetCoding.of(versions.compiled(component.versionId()));
      known.put(component.versionId(), coding);
    }
    return coding;
  }
}
