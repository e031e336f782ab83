/// The vault: bytes by their SHA-256, in a folder beside the database.
///
/// Table: `files.blob`, one row for each stored file; the bytes lie in
/// `${cabildo.data}/files/ab/cdef…` and are stored once, however often they are sent. A row is
/// written only when the file is whole on the disk, so a crash may leave a file without a row (it
/// is harmless, and the next upload of the same bytes finds it) but never a row without its file.
///
/// Refusals (`Vault.Refused`, with the reason): an empty file, one larger than 20 MB, a name with a
/// path or invisible characters, a type that is not accepted, a name that says one type over bytes
/// of another, and containers (`.docx`, `.xlsx`, `.odt` …) that hold macros, programs, or too much.
@NullMarked
package cabildo.files;

import org.jspecify.annotations.NullMarked;
