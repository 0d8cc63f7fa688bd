// Package model is the domain of the Safer School Partnership Protocol: the
// rota and who covers a setting on a date, the checklists and their five
// answers, the directory of support, a walkthrough, and search that never
// guesses. It is pure: no I/O, no terminal, and no clock of its own. Time
// comes in as a value.
package model
