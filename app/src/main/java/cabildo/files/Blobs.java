package cabildo.files;

import cabildo.db.Database;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes the rows of stored files.
@Component
class Blobs {
  private final Database database;

  Blobs(Database database) {
    this.database = database;
  }

  Optional<Blob> find(String sha256) {
    return database
        .sql(
            "select sha256, size_bytes, media_type, stored_at from files.blob where sha256 = :sha256")
        .with("sha256", sha256)
        .find(Blob.class);
  }

  void add(Blob blob) {
    database
        .sql(
            """
            insert into files.blob (sha256, size_bytes, media_type, stored_at)
            values (:sha256, :sizeBytes, :mediaType, :storedAt)
            on conflict (sha256) do nothing
            """)
        .with("sha256", blob.sha256())
        .with("sizeBytes", blob.sizeBytes())
        .with("mediaType", blob.mediaType())
        .with("storedAt", blob.storedAt())
        .change();
  }
}
