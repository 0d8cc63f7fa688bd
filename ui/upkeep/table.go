package upkeep

import (
	"slices"

	"isspp/store"
)

// Operations are what can be done for the notes as they stand, under their headings.
func (n *Notes) Operations() []Operation {
	if n.Store == nil {
		return n.locked()
	}
	everyday := []Operation{
		{Title: "Everyday", Heading: true},
		n.backup(), n.copyTo(), n.verify(), n.export(), n.importFile(), n.log(),
	}
	rescue := []Operation{{Title: "Rescue", Heading: true}}
	if n.Mendable {
		rescue = append(rescue, n.rebuild())
	}
	if n.Older != "" {
		rescue = append(rescue, n.accept())
	}
	rescue = append(rescue, n.restore(), n.passphrase(), n.recovery())
	disposal := []Operation{{Title: "Disposal", Heading: true}, n.hold(), n.purge()}
	if n.Older != "" || n.Mendable {
		// What is amiss comes before what is done every day.
		everyday, rescue = rescue, everyday
	}
	return slices.Concat(everyday, rescue, disposal)
}

// Unlock is the id of what the app does by itself: unlocking, or setting up.
const Unlock = "unlock"

func (n *Notes) locked() []Operation {
	if n.looked && n.Status.State == store.Absent {
		return []Operation{{
			ID: Unlock, Title: "Set up private notes",
			Help: "A passphrase, and a recovery key that is shown once.",
		}}
	}
	out := []Operation{{
		ID: Unlock, Title: "Unlock the notes",
		Help: "Everything else is done with the notes open. Forgotten? The recovery key opens them, and a new " +
			"passphrase is chosen.",
	}}
	if n.Status.State == store.Damaged || n.Mendable || store.Rebuildable(n.Status.Err) {
		out = append(out, n.rebuild()) // before what loses more
	}
	return append(out, n.restore())
}
