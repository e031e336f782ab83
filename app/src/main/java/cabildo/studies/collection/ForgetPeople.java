package cabildo.studies.collection;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Erases what the privacy notice says is erased: addresses on their day, and answers that nobody
/// sent for thirty days. Every few hours on every node; the second finds nothing left.
@Component
@EnableScheduling
class ForgetPeople {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetPeople.class);

  private final Contacts contacts;
  private final Sittings sittings;

  ForgetPeople(Contacts contacts, Sittings sittings) {
    this.contacts = contacts;
    this.sittings = sittings;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
  @Transactional
  void forget() {
    int addresses = contacts.eraseDue();
    int forgotten = sittings.eraseForgotten();
    if (addresses + forgotten > 0) {
      LOG.info("erased {} addresses and {} unsent answers", addresses, forgotten);
    }
  }
}
