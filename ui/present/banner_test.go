package present

import (
	"testing"

	"isspp/ui/kit"
)

func TestADemonstrationsPresentationSaysSoOnEveryScreen(t *testing.T) {
	home(t)
	r := enter(t, Options{Deck: "rota", Banner: kit.Fictional})
	r.sees(kit.Fictional)
	for _, key := range []string{"o", "?", "!"} {
		r.press(key)
		r.sees(kit.Fictional, "999")
		r.press("esc")
	}
	r.press("b")
	r.sees(kit.Fictional, "999")
	enter(t, Options{Banner: kit.Fictional}).sees(kit.Fictional, "Choose a deck")
}
