package app

import (
	"fmt"
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/ui/theme"
)

// Every screen, with the protocol of a town that doesn't exist: it is laid out,
// the town's own numbers stand at its foot, and not one word of the embedded
// edition is on it.
func TestEveryScreenIsTheLoadedProtocolsAlone(t *testing.T) {
	pack, own := packtest.Brackwater(t), packtest.OwnWords(content.Embedded())
	for _, at := range places() {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", at.name, size[0], size[1]), func(t *testing.T) {
				p := sitWith(t, pack, theme.Mono, theme.Unicode, size[0], size[1])
				at.steps(p)
				p.fits(at.name)
				screen := strings.Join(strings.Fields(p.screen()), " ")
				for _, number := range []string{"999", "101", "01632 960111"} {
					if !strings.Contains(screen, number) {
						t.Errorf("%s is not on the screen:\n%s", number, p.screen())
					}
				}
				if w := packtest.Said(screen, own); w != "" {
					t.Errorf("the embedded edition's %q is on the screen:\n%s", w, p.screen())
				}
				// The program itself puts the services in order.
				if strings.Contains(strings.ReplaceAll(screen, "isspp's suggestion, the closest", ""), "isspp's") {
					t.Errorf("something of the town's is said to be isspp's:\n%s", p.screen())
				}
			})
		}
	}
}

// A walkthrough of the town's own lists, from the gate to the closing page.
func TestAWalkthroughOfAnotherTownsLists(t *testing.T) {
	p := sitWith(t, packtest.Brackwater(t), theme.Mono, theme.Unicode, 120, 40)
	p.reads("HSC", "2031–33", "Kelp Lane Primary")
	p.presses("2", "n", "enter")
	p.types("REF-9")
	p.presses("enter")
	p.types("ropewalk sixth")
	p.presses("ctrl+s")
	p.reads("Arrives wet from the harbour before lessons", "In school")
	p.presses("s", "down", "d", "f")
	p.reads("Arrives wet from the harbour before lessons", "Has keys to a boat that nobody in the family owns",
		"The Ropewalk Sixth Form")
}

func TestLookUpsInAnotherTownsProtocol(t *testing.T) {
	p := sitWith(t, packtest.Brackwater(t), theme.Mono, theme.Unicode, 120, 40)
	p.presses("/")
	p.types("vasquez")
	p.reads("Lantern Hill School")
	p.presses("esc", "4", "/")
	p.types("smuggling")
	p.reads("Breakwater Team", "01632 960202")
	p.presses("esc", "5", "/")
	p.types("lighthouse")
	p.presses("enter")
	p.reads("Lighthouse Desk")
	p.presses("esc", "ctrl+k")
	p.types("rope")
	p.reads("The Ropewalk Academy", "Knot Club")
}
