package model

import "testing"

func TestWhomAServiceTakesAndWhatIsPrintedOfIt(t *testing.T) {
	t.Parallel()
	unprinted := AgeSpan{}
	young := AgeSpan{Printed: true, From: 12, To: 21, Older: 25, If: "with learning needs"}
	upTo := AgeSpan{Printed: true, To: 18, Youngest: 8}
	open := AgeSpan{Printed: true, From: 6, OpenEnd: true}
	for _, c := range []struct {
		span           AgeSpan
		age            int
		takes, printed bool
		condition      string
	}{
		{unprinted, 13, false, false, ""},
		{young, 11, false, true, ""},
		{young, 12, true, true, ""},
		{young, 21, true, true, ""},
		{young, 22, false, true, "to 25 with learning needs"},
		{young, 25, false, true, "to 25 with learning needs"},
		{young, 26, false, true, ""},
		{upTo, 7, false, true, ""},
		{upTo, 8, true, true, ""},
		{upTo, 19, false, true, ""},
		{open, 5, false, true, ""},
		{open, 90, true, true, ""},
	} {
		takes, condition := c.span.takes(c.age)
		if takes != c.takes || c.span.Printed != c.printed || condition != c.condition {
			t.Errorf("%s at %d: %v, %q", c.span, c.age, takes, condition)
		}
	}
	for want, span := range map[string]AgeSpan{
		"not printed": unprinted, "12–21, to 25 with learning needs": young,
		"6 and up": open,
	} {
		if got := span.InFull(); got != want {
			t.Errorf("printed %q, want %q", got, want)
		}
	}
}
