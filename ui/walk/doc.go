// Package walk is the walkthrough's rules without a screen: the way through the
// lists, who, where and when and what stands under these questions, which concern it
// joins, answers and evidence and what
// is taken back of them, what was left unfinished, and the entries that follow. The
// app's checklist and the plain questions both stand on it.
package walk
