package cabildo.app.bench;

import cabildo.db.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// nginx with one static file, compressed beforehand: the limit to which the program is compared.
final class StaticServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private StaticServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Serves exactly these bytes as `/page.html` to whoever accepts gzip.
  static StaticServer serving(byte[] gzip, Path folder, int port) throws IOException {
    Files.createDirectories(folder.resolve("www"));
    Files.write(folder.resolve("www/page.html.gz"), gzip);
    Files.writeString(folder.resolve("www/page.html"), "");
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        worker_processes auto;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          default_type text/html;
          keepalive_requests 1000000;
          open_file_cache max=10;
          sendfile on;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server { listen 127.0.0.1:%2$d; root %1$s/www; gzip_static always; }
        }
        """
            .formatted(folder, port));
    try {
      return new StaticServer(
          new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("nginx.log").toFile())
              .start(),
          port);
    } catch (IOException e) {
      throw new CannotStart("The bench compares with nginx; install it (Debian: nginx-light).", e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port + "/page.html";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
