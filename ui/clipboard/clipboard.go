// Package clipboard is the system's clipboard, for private text: it is marked as not for
// a history where the platform has such a mark. Such text never goes through the
// terminal's own way of copying (OSC 52): whatever lies between could keep it.
package clipboard

// Clipboard is a clipboard.
type Clipboard interface {
	// Put replaces what is there.
	Put(text string) error
	// Get is the text that is there.
	Get() (string, error)
}
