package cabildo.mail;

import cabildo.db.CannotStart;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The server that takes our letters (SMTP, RFC 5321), with patience in seconds for everything.
@Component
class MailServer {
  private static final String PATIENCE_MILLIS = "20000";

  private final MailSettings settings;
  private final Session session;
  private final @Nullable InternetAddress from;

  MailServer(MailSettings settings) {
    this.settings = settings;
    this.session = session(settings);
    this.from = settings.areComplete() ? from(settings.from()) : null;
  }

  private static InternetAddress from(String text) {
    try {
      InternetAddress from = InternetAddress.parse(text, true)[0];
      if (from.getAddress().indexOf('@') > 0) {
        from.setPersonal(from.getPersonal(), "UTF-8");
        return from;
      }
    } catch (AddressException | UnsupportedEncodingException | IndexOutOfBoundsException _) {
      // said below
    }
    throw new CannotStart(
        "cabildo.mail.from must be an e-mail address, alone or as Name <address>.");
  }

  boolean isSet() {
    return settings.areComplete();
  }

  private static Session session(MailSettings settings) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setJavaMailProperties(properties(settings));
    return sender.getSession();
  }

  private static Properties properties(MailSettings settings) {
    Properties smtp = new Properties();
    set(smtp, "connectiontimeout", PATIENCE_MILLIS);
    set(smtp, "timeout", PATIENCE_MILLIS);
    set(smtp, "writetimeout", PATIENCE_MILLIS);
    set(smtp, "auth", String.valueOf(!settings.user().isEmpty()));
    set(smtp, "ssl.checkserveridentity", "true");
    switch (settings.tls()) {
      case TLS -> set(smtp, "ssl.enable", "true");
      case STARTTLS -> {
        set(smtp, "starttls.enable", "true");
        set(smtp, "starttls.required", "true");
      }
      case NONE -> set(smtp, "starttls.enable", "false");
    }
    return smtp;
  }

  private static void set(Properties smtp, String name, String value) {
    smtp.put(String.join(".", "mail", "smtp", name), value);
  }

  /// Opens a line over which several letters can go.
  Line open() throws MessagingException {
    Transport transport = session.getTransport("smtp");
    transport.connect(
        settings.host(), settings.port(), orNull(settings.user()), orNull(settings.password()));
    return new Line(transport);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  final class Line implements AutoCloseable {
    private final Transport transport;

    private Line(Transport transport) {
      this.transport = transport;
    }

    boolean isOpen() {
      return transport.isConnected();
    }

    /// Returns when the server has taken the letter upon itself.
    void send(Letter letter) throws MessagingException {
      MimeMessage message = message(letter);
      transport.sendMessage(message, message.getAllRecipients());
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException _) {
        // The letters are taken; how the line ends does not matter.
      }
    }
  }

  /// A letter as RFC 5322 wants it: plain text in UTF-8, marked as written by a program so that
  /// nobody's absence notice answers (RFC 3834).
  private MimeMessage message(Letter letter) throws MessagingException {
    String address = Objects.requireNonNull(from).getAddress();
    MimeMessage message = new Numbered(session, letter, address.substring(address.indexOf('@')));
    message.setFrom(from);
    message.setRecipients(
        Message.RecipientType.TO, new Address[] {new InternetAddress(letter.recipient(), true)});
    message.setSubject(letter.subject(), "UTF-8");
    message.setText(letter.body(), "UTF-8");
    message.setSentDate(Date.from(letter.postedAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /// The same letter bears the same number however often it is sent.
  private static final class Numbered extends MimeMessage {
    private final String number;

    Numbered(Session session, Letter letter, String domain) {
      super(session);
      this.number = "<" + letter.id() + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", number);
    }
  }
}
