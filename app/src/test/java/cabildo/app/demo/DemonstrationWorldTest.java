package cabildo.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.testing.PagesTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class DemonstrationWorldTest {
  @Autowired Database database;
  @Autowired DemonstrationWorld world;
  @Autowired DemonstrationAccounts accounts;

  @Test
  void holdsEveryMunicipalityOfTheState() {
    assertThat(count("members.territory where level = 'municipality'")).isEqualTo(125);
    assertThat(
            database
                .sql("select sum(population) from members.territory where level = 'municipality'")
                .count())
        .isEqualTo(16_992_418);
  }

  private long count(String what) {
    return database.sql("select count(*) from " + what).count();
  }
}
