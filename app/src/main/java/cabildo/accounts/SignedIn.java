package cabildo.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// What the session remembers of a person: who, and by which password. Grants are read anew in
/// every request, so that a revoked one stops at once; and a changed password ends the sessions
/// that the old one opened.
record SignedIn(UUID id, String hash) implements UserDetails {
  private static final long serialVersionUID = 2L;

  /// Nobody signs in before a password was set, or after the account was closed.
  static Optional<SignedIn> of(Person person) {
    return Optional.ofNullable(person.isOpen() ? person.password() : null)
        .map(hash -> new SignedIn(person.id(), hash));
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String getPassword() {
    return hash;
  }

  /// Sessions are listed under this name: the id, which tells nobody anything.
  @Override
  public String getUsername() {
    return id.toString();
  }
}
