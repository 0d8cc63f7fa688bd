//go:build race

package store

// raceDetector reports whether everything takes ten times as long.
const raceDetector = true
