package present

import (
	"testing"

	"isspp/ui/component"
)

func TestADemonstrationsPresentationSaysSoOnEveryScreen(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "rota", Banner: component.Fictional})
	r.sees(component.Fictional)
	for _, key := range []string{"o", "?", "!"} {
		r.press(key)
		r.sees(component.Fictional, "999")
		r.press("esc")
	}
	r.press("b")
	r.sees(component.Fictional, "999")
	enter(t, Options{Banner: component.Fictional}).sees(component.Fictional, "Choose a deck")
}
