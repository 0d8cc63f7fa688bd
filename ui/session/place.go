package session

import (
	"isspp/store"
	"isspp/ui/config"
)

// placeFindings are what speaks against the place that the notes have, or would have.
func (o Options) placeFindings() []store.Finding {
	found := store.AtPlace(o.NotesPath, o.storeOptions())
	if dir := config.Portable(); dir != "" && !o.Fictional {
		found = append(found, store.Finding{
			Severity: store.Warning, Code: "portable",
			Text: "isspp is portable: the settings, the notes and their backups are in " + dir +
				", beside the program. A stick is easily lost. " +
				"Whoever has it can't read the notes without the passphrase, but you have lost them too: copy that " +
				"folder to a safe place often. " +
				"Documents that you write out are not sealed. For one computer, move the program away from that " +
				"folder.",
		})
	}
	return found
}
