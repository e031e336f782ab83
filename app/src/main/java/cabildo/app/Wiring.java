package cabildo.app;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What belongs to no capability.
@Configuration
class Wiring {

  /// The only clock; its zone is where the institution's day begins.
  @Bean
  Clock clock(@Value("${cabildo.zone}") String zone) {
    return Clock.system(ZoneId.of(zone));
  }
}
