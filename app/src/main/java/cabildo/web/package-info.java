/// The plumbing between a request and a page: answers, forms and their faults, problems, the
/// layout, and the cache of public pages.
///
/// A controller method returns an `Answer`. It is rendered after the method's transaction has
/// committed, in one place (`Answers`), and a public one (`Page.shared`) is kept in `PageCache`
/// until one of the things that it shows changes.
///
/// Why not Spring's views, binding and validation: a sealed answer that is rendered after the
/// commit says in its type whether a page may be shared, and a form that keeps what was typed
/// beside its faults needs no annotations and no bean.
@NullMarked
package cabildo.web;

import org.jspecify.annotations.NullMarked;
