package cabildo.app;

import cabildo.accounts.Invitations;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// On a database without people, prints the link by which the first administrator comes in. Every
/// start makes a new one, and the one before is no longer good.
@Component
@Order(10)
final class FirstAdministrator implements StartupNotice {
  private final Invitations invitations;
  private final Environment environment;

  FirstAdministrator(Invitations invitations, Environment environment) {
    this.invitations = invitations;
    this.environment = environment;
  }

  @Override
  public List<String> lines() {
    return invitations
        .inviteFirstAdministrator()
        .map(token ->
            List.of(
                "Nobody has an account yet. The first administrator comes in here, within 14 days:",
                "  " + address() + "/es/invitations/" + token))
        .orElse(List.of());
  }

  private String address() {
    return "http://%s:%s"
        .formatted(
            environment.getProperty("server.address", "127.0.0.1"),
            environment.getProperty("local.server.port", "8080"));
  }
}
