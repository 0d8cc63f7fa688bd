package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
)

// Clipboard puts a text on the system's clipboard.
var Clipboard = clipboard.WriteAll

// Copy is a command that puts a text on the clipboard in both ways that there are,
// and says which of them is known to have worked: a terminal doesn't tell.
func Copy(name, text string, clip func(text string) error) tea.Cmd {
	shown := text
	if strings.Contains(text, "\n") || Width(text) > 60 {
		shown = "all that is selected"
	}
	return tea.Batch(tea.SetClipboard(text), func() tea.Msg {
		if clip(text) == nil {
			return Noticed{Text: "Copied " + shown + " (" + name + ")."}
		}
		return Noticed{Text: "Sent to the terminal's clipboard; not every terminal takes it. " + name + ": " + shown}
	})
}
