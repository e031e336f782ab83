package cabildo.app;

import java.util.List;

/// Something to say on the console once Cabildo is ready, such as the demonstration accounts. Beans
/// speak in their `@Order`.
public interface StartupNotice {
  List<String> lines();
}
