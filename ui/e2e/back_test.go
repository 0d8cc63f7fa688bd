//go:build !windows

package e2e

import "testing"

func (x *terminal) locksAndUnlocks() {
	x.t.Helper()
	x.press(ctrlL)
	x.isLocked()
	x.notSee(private)
	x.press("u")
	x.unlocks()
	x.see("● open")
}

func TestAfterALockThePersonIsWhereTheyWere(t *testing.T) {
	t.Parallel()
	x := start(t, withNotes(t), size{100, 30})
	x.writes()
	x.press(esc)
	x.see("Told, recorded", "saved")

	x.press("f")
	x.see("Closing page: REF-123")
	x.locksAndUnlocks()
	x.see("Closing page: REF-123")
	x.press(esc)
	x.see("Told, recorded")
	x.press("r")
	x.see("Who, where, when")
	x.locksAndUnlocks()
	x.see("Who, where, when")
	x.press(ctrlS)
	x.see("Told, recorded")

	x.press("3")
	x.see("Protective factors")
	x.press(down, down, "n")
	x.see("We will")
	x.press("a neighbour of the family")
	x.see("a neighbour of the family", "saved")
	x.press(ctrlL)
	x.isLocked()
	x.notSee("a neighbour of the family")
	x.press("u")
	x.unlocks()
	x.see("a neighbour of the family", "We will")
	x.press(", and her dog")
	x.see("a neighbour of the family, and her dog")
}
