package cabildo.testing;

import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// What a test has in place of the world outside.
@TestConfiguration
@Import(Site.class)
public class TestWiring {
  @Bean
  @Primary
  Clock fixedClock() {
    return new FixedClock();
  }
}
