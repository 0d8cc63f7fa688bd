// Package present shows the protocol to a room: full screen, a domain or a
// thought on each slide, its points revealed one at a time, with a speaker's
// view that follows in a second terminal. Slides are built from the loaded pack
// and hold no sentence of their own beside headings and what the keys do.
//
// A presentation is a process of its own that never imports the store, let
// alone opens it. It writes two small files: where it is now, for the second
// terminal, and where it stopped, for tomorrow. Neither holds private text.
package present
