/// Languages and messages: every text that a person reads, in every language that is shipped.
///
/// Messages lie beside the code that uses them, as `messages_es.properties` and
/// `messages_en.properties` in each capability's folder; a key begins with its capability's name.
@NullMarked
package cabildo.text;

import org.jspecify.annotations.NullMarked;
