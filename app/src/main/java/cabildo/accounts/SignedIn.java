package cabildo.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// What the session remembers of a person: who, and by which of her passwords. Grants are read anew
/// in every request, so that a revoked one stops at once; and a changed password ends the sessions
/// that the old one opened.
///
/// The hash is there while the password is compared, and does not go into the session.
final class SignedIn implements UserDetails {
  private static final long serialVersionUID = 1L;

  private final UUID id;
  private final int passwordNumber;
  private final transient @Nullable String hash;

  private SignedIn(UUID id, int passwordNumber, @Nullable String hash) {
    this.id = id;
    this.passwordNumber = passwordNumber;
    this.hash = hash;
  }

  /// Nobody signs in before a password was set, or after the account was closed.
  static Optional<SignedIn> of(Person person) {
    return Optional.ofNullable(person.isOpen() ? person.password() : null)
        .map(hash -> new SignedIn(person.id(), person.passwordNumber(), hash));
  }

  UUID id() {
    return id;
  }

  boolean holdsFor(Person person) {
    return person.isOpen() && person.passwordNumber() == passwordNumber;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public @Nullable String getPassword() {
    return hash;
  }

  /// Sessions are listed under this name: the id, which tells nobody anything.
  @Override
  public String getUsername() {
    return id.toString();
  }
}
