/// Action plans: their members, their one pair of dates, the names under which they are known, and
/// who plays which part.
///
/// Tables: `plans.plan`, `plans.alias` (other names and numbers of the same plan; each leads to
/// it), `plans.member` (a plan may belong to several territories, a territory may have several
/// plans) and `plans.role` (what an organisation is in a plan, with dates).
///
/// The years of a plan are computed from its dates; a title that says other years is shown as it
/// was published, beside what the dates say. Refused: a plan without a member, a plan that ends
/// before it starts, and, by the database, one that is part of itself.
@NullMarked
package cabildo.plans;

import org.jspecify.annotations.NullMarked;
