package cabildo.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// What the session remembers of a person: who, and nothing that may change. Grants are read anew
/// in every request, so that a revoked one stops at once.
record SignedIn(UUID id, String email, String hash) implements UserDetails {
  private static final long serialVersionUID = 1L;

  /// Nobody signs in before a password was set.
  static Optional<SignedIn> of(Person person) {
    return Optional.ofNullable(person.password())
        .map(hash -> new SignedIn(person.id(), person.email(), hash));
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getPassword() {
    return hash;
  }

  @Override
  public String getUsername() {
    return email;
  }
}
