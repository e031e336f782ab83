package cabildo.accounts;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/// Tells Spring Security by which password a person signs in, and takes a stronger hash of it when
/// the old one has become weak.
@Component
class Credentials implements UserDetailsService, UserDetailsPasswordService {
  private final People people;

  Credentials(People people) {
    this.people = people;
  }

  @Override
  public UserDetails loadUserByUsername(String email) {
    return Optional.of(email.strip())
        .filter(readable -> readable.indexOf('\0') < 0)
        .flatMap(people::findByEmail)
        .flatMap(SignedIn::of)
        .orElseThrow(() -> new UsernameNotFoundException("nobody"));
  }

  @Override
  public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
    people.rehash(((SignedIn) user).id(), Objects.requireNonNull(hash));
    return user;
  }
}
