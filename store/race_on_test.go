//go:build race

package store

// raceDetector makes counts smaller: everything takes ten times as long.
const raceDetector = true
