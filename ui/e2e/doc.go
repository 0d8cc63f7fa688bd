// Package e2e is the whole program as a person has it: the built binary in a real
// pseudo-terminal, with an emulator that reads its screen. There is nothing in it
// but tests.
package e2e
