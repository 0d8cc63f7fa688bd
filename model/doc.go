// Package model is the domain of the Safer School Partnership Protocol: the
// rota and who covers a setting on a date, the checklists and their five
// answers, the directory of support, a walkthrough, and search that never
// guesses. It is pure: no I/O, no terminal, and no clock of its own. Time
// comes in as a value.
//
// # The words of the field
//
//   - DSL: the Designated Safeguarding Lead of a school, who decides what is done
//     about a concern. CSCT: the council's Children's Services Contact Team, where a
//     referral goes. LADO: the Local Authority Designated Officer, for concerns about
//     adults who work with children.
//   - Setting: a school, college or alternative provision that the rota lists.
//   - Officer: the Safer Schools Officer who was assigned to a setting on days of the
//     week. Assigned isn't present: no answer says that somebody is on site.
//   - Coverage: whether a setting has an officer on a day: yes, no, or when required.
//   - Risk factor: what makes involvement in gangs or exploitation likelier (Table 1).
//     Sign: what may be seen of it in a child (section 6b). Protective factor: what
//     helps a child. Each is an item of a domain of a list. None has a weight, and there
//     is no score.
//   - Concern: all that is kept about one child, under a reference. A reference is the
//     school's own record number or initials, never a name.
//   - Walkthrough: a list gone through for a concern, an answer for each item: seen,
//     told, not seen, don't know, or not considered yet.
//   - Evidence: what stands behind an answer: observed, the child's words, told by
//     somebody, or professional opinion, with the time that it is about.
//   - Decision, action, sharing, filing, review, transfer: what follows from a
//     walkthrough, each with who recorded it and when.
//   - Closing page: what a walkthrough found, what isn't known, and whom to turn to.
//   - Layer: whose words something is: the protocol's, a note of ours with its source,
//     or Local, the school's own.
//   - Pack: a protocol as a folder of documents; an edition is the year it is for.
//   - Hold: a reference whose records may not be disposed of. Purge: disposing of them.
package model
