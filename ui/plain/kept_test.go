package plain

import (
	"io"
	"strings"
	"testing"

	"isspp/model"
)

// listed goes to the first of the concerns that are kept.
var listed = []string{"", "list", "1"}

func TestACorrectionAndAMoveAreMadeHereToo(t *testing.T) {
	s := sit(t)
	s.says(whole...)
	entries := len(s.keep.entries)
	// The walkthrough is the first entry; of it the reference is the first part.
	text := s.says(append(listed, "correct", "1", "1", "St Aloysius College", "", "a slip of the pen", "", "DSL",
		"move", "Highbury Grove", "1", "8 December", "", "move", "1", "today", "their lead", "by hand", "")...)
	kinds := map[model.EntryKind]model.ConcernEntry{}
	for _, e := range s.keep.entries {
		if e.Kept {
			kinds[e.Kind] = e
		}
	}
	c := kinds[model.KindCorrection]
	if len(s.keep.entries) != entries+3 || c.Text != "St Aloysius College" || c.About == "" || c.Part == "" ||
		c.Was == "" || c.Reasons != "a slip of the pen" {
		t.Errorf("%+v\n%s", c, text)
	}
	move, sent := kinds[model.KindTransfer], kinds[model.KindSent]
	if move.Whom != "Highbury Grove" || sent.About != move.ID || sent.How != "by hand" {
		t.Errorf("%+v\n%+v\n%s", move, sent, text)
	}
}

func TestWhatAnotherProgramDidToTheFileIsSaidAfterTheNextAnswer(t *testing.T) {
	s := sit(t)
	told := []string{"Another program had put a different file in the place of the notes."}
	var out strings.Builder
	err := Run(Options{
		Env: s.env(), In: strings.NewReader("\nREF-7\n\n"), Out: &out,
		Open: func() (Keeper, string, error) { return s.keep, "", nil },
		Told: func() []string { now := told; told = nil; return now },
	})
	if got := out.String(); err != nil || strings.Count(got, "a different file") != 1 {
		t.Errorf("%v\n%s", err, got)
	}
}

// halfTyped gives lines, and then waits with a line that has no end until it is asked
// for what there is.
type halfTyped struct {
	lines string
	half  string
	asked chan struct{}
	ready func()
}

func (h *halfTyped) Read(b []byte) (int, error) {
	if h.lines != "" {
		n := copy(b, h.lines)
		h.lines = h.lines[n:]
		return n, nil
	}
	h.ready()
	<-h.asked
	if h.half == "" {
		return 0, io.EOF
	}
	n := copy(b, h.half)
	h.half = h.half[n:]
	return n, nil
}

func TestALineThatWasHalfTypedIsKeptWhenTheProcessIsEnded(t *testing.T) {
	for name, c := range map[string]struct {
		lines string
		kept  func(s *sitting) bool
	}{
		"a text about an item": {"\nREF-7\n\n\n\n\nDSL\nt\n", func(s *sitting) bool {
			return len(s.keep.walks) == 1 && s.keep.walks[0].Draft.Text == "They call me Sm"
		}},
		"a line about the whole": {"\nREF-7\naloysius\n", func(s *sitting) bool {
			return len(s.keep.walks) == 1 && s.keep.walks[0].YearGroup == "They call me Sm" &&
				s.keep.walks[0].Field == "Year group"
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := sit(t)
			stop := make(chan struct{})
			in := &halfTyped{lines: c.lines, half: "They call me Sm", asked: make(chan struct{})}
			var once bool
			in.ready = func() {
				if !once {
					once = true
					close(stop)
				}
			}
			var out strings.Builder
			err := Run(Options{
				Env: s.env(), In: in, Out: &out, Stop: stop, HandOver: func() { close(in.asked) },
				Open: func() (Keeper, string, error) { return s.keep, "", nil },
			})
			if err != nil || !c.kept(s) {
				t.Errorf("%v %+v\n%s", err, s.keep.walks, out.String())
			}
		})
	}
}
