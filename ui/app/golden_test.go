package app

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/ui/kit"
)

var update = flag.Bool("update", false, "write the golden frames anew")

// TestGoldenFrames compares whole screens with those that were looked at and
// kept. Escapes are written out, and blanks at a line's end are left off.
func TestGoldenFrames(t *testing.T) {
	for _, at := range append(places(), concernPlaces()...) {
		switch at.name {
		case "week", "gate", "form", "evidence", "palette", "asked":
			continue // their parts are in the others
		}
		t.Run(at.name, func(t *testing.T) {
			for _, size := range sizes[:3] {
				for _, theme := range []string{kit.Dark, kit.Light, kit.Mono} {
					p := sit(t, theme, kit.UnicodeSigns, size[0], size[1])
					at.steps(p)
					name := fmt.Sprintf("%s-%dx%d-%s.golden", at.name, size[0], size[1], theme)
					golden(t, filepath.Join("testdata", name), visible(p.m.Frame()))
				}
			}
		})
	}
}

// visible is a frame as text that a person can read and compare.
func visible(frame string) string {
	lines := strings.Split(strings.ReplaceAll(frame, "\x1b", `\x1b`), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(string(kept), "\r\n", "\n")
	if got == want {
		return
	}
	gots, wants := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(gots), len(wants)) {
		if gots[i] != wants[i] {
			t.Errorf("%s, line %d:\n got %s\nwant %s\n(go test ./ui/app -update writes it anew; then look at it)", path, i+1, gots[i], wants[i])
			return
		}
	}
	t.Errorf("%s: %d lines, not %d", path, len(gots), len(wants))
}
