/// Words that every capability uses: `Actor`, `Problem`, `Subject`, `Period`, `LocalText`.
///
/// Pure Java: no SQL, no HTML, no state. What has an opinion on one capability belongs to that
/// capability.
@NullMarked
package cabildo.kernel;

import org.jspecify.annotations.NullMarked;
