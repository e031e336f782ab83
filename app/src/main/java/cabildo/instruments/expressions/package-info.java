/// Conditions and calculations of a form: the part of XPath 1.0 that ODK's forms use, with the
/// functions of the ODK XForms specification (https://getodk.github.io/xforms-spec/).
///
/// An expression is parsed once into small functions and evaluated against a `Scope`, which knows
/// the answers. Values are strings, numbers and truths, converted as XPath does. What cannot be
/// read is refused with the place and the reason; strangers send these, so length and depth are
/// bounded. Nothing here knows of forms.
@NullMarked
package cabildo.instruments.expressions;

import org.jspecify.annotations.NullMarked;
