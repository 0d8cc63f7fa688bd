// Package input reads what a terminal sends, so that what comes in pieces arrives
// whole. Over a slow line a paste stops in the middle of a character or of the
// sequence that ends it; the library waits 50 ms for the rest and then takes half
// a sequence for keys, or the keys for part of the paste.
package input

import (
	"bytes"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	// atOnce is how soon after a line more must come to be of the same paste: sooner than
	// anybody types.
	atOnce = 60 * time.Millisecond
	// keyWait is how long Esc waits for what would make it the start of a sequence.
	keyWait = 50 * time.Millisecond
	// pasteWait is how long a paste waits for its next piece. Then it has ended,
	// and keys are keys again.
	pasteWait = 2 * time.Second
	// lateFor is how long the rest of such a paste may still come: several signs in
	// one piece are taken for it, and not for keys that somebody pressed.
	lateFor = 30 * time.Second
	// handWait is longer than a terminal waits between two letters of a paste.
	handWait = 250 * time.Millisecond
	// manySigns is a piece that nobody types at once.
	manySigns = 8
	// spare is room for what is added to the bytes that were read.
	spare = 32
)

// Source is where the bytes come from, and the time that passes.
type Source interface {
	Read(p []byte) (int, error)
	// Wait waits for more bytes, no longer than d, and reports whether there are some.
	Wait(d time.Duration) bool
	Now() time.Time
}

// Reader hands on characters, keys, sequences and pastes whole. What has begun is
// held back until its end has come; a paste whose end doesn't come is ended after
// a while. It never reads more than it can hand on at once, since nobody would ask
// for the rest until another key is pressed.
type Reader struct {
	src Source
	mu  sync.Mutex
	// held is what has begun and not ended.
	held    []byte
	pasting bool
	// tail is what was held when a paste was ended for want of more.
	tail []byte
	// seen is when the last piece came, and last the last one that was surely of a
	// paste; ended is when a paste was ended for want of more, and pressed when ESC
	// was taken for the Esc key.
	seen, last, ended, pressed time.Time
}

// NewReader reads from a source.
func NewReader(src Source) *Reader { return &Reader{src: src} }

// Read gives whole keys and pastes, and at most pasteWait later what there is. p
// has to have some room: the library's has 4096 bytes.
func (r *Reader) Read(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := p[:0]
	for {
		room := cap(p) - len(out) - len(r.held) - spare
		if room <= 0 {
			return len(out), nil
		}
		piece := make([]byte, room)
		n, err := r.src.Read(piece)
		if n == 0 {
			return len(out), err
		}
		out = r.take(out, piece[:n])
		if wait := r.wait(); wait == 0 {
			return len(out), nil
		} else if !r.src.Wait(wait) {
			return len(r.expire(out)), nil
		}
	}
}

// wait is how long more is waited for before what there is counts.
func (r *Reader) wait() time.Duration {
	switch {
	case r.pasting:
		return max(pasteWait-r.src.Now().Sub(r.last), time.Millisecond)
	case unsure(r.held):
		return keyWait
	}
	return 0
}

// expire takes what is held for all there is.
func (r *Reader) expire(out []byte) []byte {
	now := r.src.Now()
	switch {
	case r.pasting:
		r.pasting, r.ended = false, now
		r.tail, r.held = r.held, nil
		return append(out, endPaste...)
	case bytes.Trim(r.held, "\x1b") == nil:
		r.pressed = now
		out = append(out, bytes.Repeat([]byte(escKey), len(r.held))...)
	default:
		out = append(out, r.held...)
	}
	r.held = nil
	return out
}

// take adds a piece to what is held, and hands on what is whole.
func (r *Reader) take(out, piece []byte) []byte {
	now := r.src.Now()
	if r.pasting && now.Sub(r.last) >= pasteWait {
		out = r.expire(out)
	}
	r.tick(piece, now)
	r.held = append(r.held, piece...)
	out = r.late(out, now)
	for len(r.held) > 0 {
		n := scan(r.held)
		if r.pasting && len(r.held) > 1 && r.held[0] == esc && r.held[1] != '[' {
			n = 1
		}
		if n == 0 {
			return out
		}
		out = r.hand(out, r.held[:n], now)
		r.held = r.held[n:]
	}
	r.held = nil
	return out
}

// tick takes the time of a piece. Keys that somebody presses don't prolong a paste,
// and don't complete a sequence that began long before.
func (r *Reader) tick(piece []byte, now time.Time) {
	slow := now.Sub(r.seen)
	r.seen = now
	switch {
	case r.pasting:
		if len(r.held) > 0 || slow < handWait || !oneKey(piece) {
			r.last = now
		}
	case len(r.held) > 0 && slow >= pasteWait && !marks(append(bytes.Clone(r.held), piece...)):
		r.held = nil
	}
}

// hand gives on one text, key or sequence. Inside a paste sequences mean nothing:
// no terminal sends keys there. What was broken off is no key.
func (r *Reader) hand(out, b []byte, now time.Time) []byte {
	was := r.pasting
	switch sequence := string(b); {
	case sequence == startPaste:
		if was {
			out = append(out, endPaste...)
		}
		r.pasting, r.last, r.ended = true, now, time.Time{}
	case sequence == endPaste:
		if r.pasting, r.ended = false, (time.Time{}); !was {
			return out
		}
	case b[0] != esc:
	case was || len(b) > 1 && !whole(b):
		return out
	case len(b) == 1:
		return append(out, escKey...)
	}
	return append(out, b...)
}

// late joins what was taken apart: the start of a paste whose ESC was taken for the
// Esc key, and the rest of a paste that was ended for want of it.
func (r *Reader) late(out []byte, now time.Time) []byte {
	if r.pasting {
		return out
	}
	if now.Sub(r.pressed) < pasteWait && bytes.HasPrefix(r.held, []byte(startPaste[1:])) {
		r.held = append([]byte{esc}, r.held...)
		return out
	}
	if now.Sub(r.ended) >= lateFor {
		return out
	}
	rest := append(bytes.Clone(r.tail), r.held...)
	end, start := bytes.Index(rest, []byte(endPaste)), bytes.Index(rest, []byte(startPaste))
	switch {
	case end == 0:
		r.held = rest
	case len(r.held) >= manySigns && r.held[0] != esc, end > 0 && (start < 0 || start > end):
		r.held, r.pasting, r.last = rest, true, now
		return append(out, startPaste...)
	}
	return out
}

// marks reports whether b begins or ends a paste.
func marks(b []byte) bool {
	return bytes.HasPrefix(b, []byte(startPaste)) || bytes.HasPrefix(b, []byte(endPaste))
}

// oneKey reports whether a piece is what one key sends.
func oneKey(piece []byte) bool {
	if piece[0] == esc {
		return scan(piece) == len(piece)
	}
	return utf8.RuneCount(piece) == 1
}
