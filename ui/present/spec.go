package present

import (
	"fmt"
	"strings"
)

// Spec says what is presented, in the one name that is kept and told to the second
// terminal: "risk", "risk+signs", "whole:risk+cases", "risk@3-8".
type Spec struct {
	// Parts are decks in their order. A full session may leave them to be all.
	Parts []string
	// Whole sets an opening before the parts and a closing behind them.
	Whole bool
	// From and To are the first and the last slide, from 1; 0 for the deck's own.
	From, To int
}

// String is the spec's name.
func (s Spec) String() string {
	name := strings.Join(s.Parts, "+")
	switch {
	case s.Whole && name == "":
		name = Whole
	case s.Whole:
		name = Whole + ":" + name
	}
	if s.From > 0 || s.To > 0 {
		name += fmt.Sprintf("@%d-%d", s.From, s.To)
	}
	return name
}

// parseSpec is String's other side.
func parseSpec(name string) (s Spec) {
	name, span, _ := strings.Cut(name, "@")
	_, _ = fmt.Sscanf(span, "%d-%d", &s.From, &s.To) // what isn't a span is none
	if rest, whole := strings.CutPrefix(name, Whole); whole {
		s.Whole, name = true, strings.TrimPrefix(rest, ":")
	}
	if name != "" {
		s.Parts = strings.Split(name, "+")
	}
	return s
}
