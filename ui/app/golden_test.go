package app

import (
	"testing"

	"isspp/ui/internal/steps"
	"isspp/ui/theme"
)

// TestGoldenFrames compares whole screens with those that were looked at and
// kept.
func TestGoldenFrames(t *testing.T) {
	for _, at := range append(places(), concernPlaces()...) {
		switch at.name {
		case "week", "gate", "form", "evidence", "palette", "asked":
			continue // their parts are in the others
		}
		t.Run(at.name, func(t *testing.T) {
			for _, size := range sizes[:3] {
				steps.Golden(t, at.name, size[0], size[1], func(name string) string {
					p := sit(t, name, theme.Unicode, size[0], size[1])
					at.steps(p)
					return p.m.Frame()
				})
			}
		})
	}
}
