package model

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "", 3},
		{"rota", "rota", 0},
		{"rota", "rtoa", 1},
		{"aloysius", "aloysuis", 1},
		{"highbury", "highbary", 1},
		{"kitten", "sitting", 3},
		{"café", "cafe", 1},
	} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Distance(c.b, c.a); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestDistanceOfWordsLongerThanTheRowBuffer(t *testing.T) {
	long := "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
	if got := Distance(long, long+"x"); got != 1 {
		t.Errorf("got %d", got)
	}
}

func TestNearestOffersOnlyWhatIsNear(t *testing.T) {
	commands := []string{"rota", "directory", "factors", "find", "read", "protocol", "content"}
	for written, want := range map[string]string{
		"rtoa":     "rota",
		"Rota":     "rota",
		"dirctory": "directory",
		"dir":      "directory",
		"factor":   "factors",
		"cotnent":  "content",
		"banana":   "",
		"":         "",
		"x":        "",
	} {
		if got := Nearest(written, commands); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", written, got, want)
		}
	}
	if got := Nearest("protocolar", []string{"protocol"}); got != "protocol" {
		t.Errorf("got %q", got)
	}
}
