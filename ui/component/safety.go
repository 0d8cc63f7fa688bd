package component

import (
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// The smallest screen that isspp lays out for.
const (
	MinWidth  = 60
	MinHeight = 16
)

// Fits tells whether a screen is large enough to be laid out.
func Fits(w, h int) bool { return w >= MinWidth && h >= MinHeight }

// SafetyLine is the emergency contacts in one line, from the protocol's own
// directory: "Danger now: 999 · Police 101 · CSCT 020 7527 7400". Out of office
// hours the school's own contacts for them are added, loudly where nobody has
// entered one. On paper, which is read at any hour, anytime adds the number.
func SafetyLine(env *Env, anytime bool) string {
	var parts []string
	for i, r := range env.Routes() {
		part := r.Number
		if i > 0 {
			part = strings.TrimSpace(r.Short + " " + r.Ring())
		}
		parts = append(parts, part)
	}
	night := !model.OfficeHours(env.Now)
	for _, own := range lookup.Owns(env.Local, env.Now, model.OutOfHours, model.LADO, model.DSL) {
		paper := anytime && own.Set && own.Slot == model.OutOfHours
		if len(parts) > 0 && (night || paper) {
			parts = append(parts, own.Slot.Short()+" "+own.Ring())
		}
	}
	return "Danger now: " + strings.Join(parts, " "+env.Signs.Dot+" ")
}

// TooSmall is what a screen below the smallest shows: whom to ring, and why
// there is nothing else.
func TooSmall(env *Env, w, h int) string {
	lines := WholeParts(SafetyLine(env, false), " "+env.Signs.Dot+" ", w)
	if env.Banner != "" {
		lines = append(lines, Fit(env.Banner, w, env.Signs))
	}
	if h > len(lines) {
		lines = append(lines, WrapText("This window is too small: isspp needs 60 by 16. Make it larger, or quit with "+
			"q.", w)...)
	}
	return strings.Join(lines[:min(len(lines), h)], "\n")
}

// WholeParts breaks a line between its parts, so that no number is broken in
// two; a part that is wider than the screen is wrapped.
func WholeParts(line, between string, w int) []string {
	var out []string
	for _, part := range strings.Split(line, between) {
		if last := len(out) - 1; last >= 0 && Width(out[last]+between+part) <= w {
			out[last] += between + part
			continue
		}
		out = append(out, WrapText(part, w)...)
	}
	return out
}
