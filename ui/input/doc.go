// Package input reads what a terminal sends, so that what comes in pieces arrives
// whole. Over a slow line a paste stops in the middle of a character or of the
// sequence that ends it; the library waits 50 ms for the rest and then takes half
// a sequence for keys, or the keys for part of the paste.
package input

import "time"

// atOnce is how soon after a line more must come to be of the same paste: sooner
// than anybody types.
const atOnce = 60 * time.Millisecond
