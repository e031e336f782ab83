/// People who sign in, what they may do, and how they came in.
///
/// Tables: `accounts.person`, `accounts.role_grant` (a role limited to a plan, organisation or
/// territory), `accounts.invitation`, and Spring Session's own. Nobody registers: an administrator
/// invites. Roles add up, and one of them shuts a door: who stands on the side of an organisation
/// that carries a commitment cannot assess it (`reports` asks `Actor.belongsTo`).
///
/// An invitation is a link with 256 random bits, shown once to the inviter; the database keeps its
/// hash. What is refused: being evaluator and officer or liaison of the same work (`Separation`),
/// taking away the last administrator, an invitation used twice, after 14 days, or after its
/// inviter lost the right to give the role.
///
/// No e-mail address leaves this package except to its owner and to administrators.
@NullMarked
package cabildo.accounts;

import org.jspecify.annotations.NullMarked;
