package checklist

import (
	"testing"

	"isspp/content/packtest"
)

// A concern that was first walked by one protocol and again by another: what was
// recorded keeps its words, and what has no counterpart says so.
func TestAReviewAcrossEditionsSaysWhatHasNoCounterpart(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 60)
	said := b.last(t).Entries[0].Text
	p.v.env.Pack = packtest.Brackwater(t)
	p.now = monday.AddDate(0, 0, 14)
	p.v.env.Now = p.now
	p.presses("n", "enter", "ctrl+s")
	p.says("Arrives wet from the harbour before lessons")
	p.presses("s", "f", "F", "y", "esc")
	p.presses("v")
	p.says(
		"The first follows the protocol of 2023–24, the second that of 2031–33.",
		"not recorded on 23 November", "seen on 7 December",
		"Not in the protocol that is loaded", said,
		"The protocol of 2031–33, which is loaded, has no matching item.",
	)
}
