package cabildo.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @Test
  void reads_the_form_that_hosting_providers_give() {
    DatabaseAddress address =
        DatabaseAddress.parse(
            "postgresql://ana%40x:p%2Fq+r:s@db.example:6432/cabildo?sslmode=require");

    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:6432/cabildo?sslmode=require");
    assertThat(address.user()).isEqualTo("ana@x");
    assertThat(address.password()).isEqualTo("p/q+r:s");
  }

  @Test
  void reads_the_short_scheme_and_several_hosts() {
    assertThat(DatabaseAddress.parse("postgres://a:b@one:5432,two:5433/c").jdbcUrl())
        .isEqualTo("jdbc:postgresql://one:5432,two:5433/c");
  }

  @Test
  void takes_a_jdbc_address_as_it_is() {
    String url = "jdbc:postgresql://localhost/cabildo?user=ana&password=secret";

    assertThat(DatabaseAddress.parse(" " + url + "\n").jdbcUrl()).isEqualTo(url);
  }

  @Test
  void never_shows_a_password() {
    assertThat(DatabaseAddress.parse("postgresql://ana:secret@h/c").toString())
        .doesNotContain("secret");
    assertThat(DatabaseAddress.parse("jdbc:postgresql://h/c?password=secret").toString())
        .isEqualTo("jdbc:postgresql://h/c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://h/c",
        "postgresql:",
        "postgresql://a:%zz@h/c",
        "localhost",
        "postgresql://a b@h/c"
      })
  void says_how_to_write_what_it_cannot_read(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith(
            "CABILDO_DATABASE_URL cannot be read: write postgresql://user:password@host:5432/database");
  }
}
