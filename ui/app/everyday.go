package app

// everyday are the words that people type into the palette for an action whose
// own sentence doesn't have them, by the action's id.
var everyday = map[string][]string{
	"settings": {"my name", "preferences", "options", "config", "auto-lock", "timeout"},
	"upkeep": {
		"export", "import", "backup", "restore", "password", "delete", "erase", "purge", "transfer",
		"recovery key", "history",
	},
	"out":          {"export", "print", "PDF", "save as", "SAR", "report"},
	"handout":      {"print", "export", "PDF"},
	"present":      {"slides", "slideshow", "projector", "training"},
	"unlock":       {"password", "passphrase", "sign in", "log in", "open notes"},
	"lock":         {"sign out", "log out"},
	"quit":         {"exit", "close"},
	"hide":         {"blank", "privacy"},
	"local.file":   {"our numbers", "my school", "add officer"},
	"local.import": {"csv", "excel", "spreadsheet", "council", "officers", "upload"},
	"theme.light":  {"light mode", "bright"},
	"theme.dark":   {"dark mode", "night"},
	"emergency":    {"police", "ambulance", "social worker", "urgent"},
	"help":         {"keys", "shortcuts"},
}
