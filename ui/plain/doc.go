// Package plain is the walkthrough as plain questions and lines, one below the
// other: for a screen reader, a terminal that can't draw, or a pipe. It asks the
// same things as the app and leaves the same record. It never draws on the
// whole screen, and nothing in it waits for a terminal that isn't there.
package plain
