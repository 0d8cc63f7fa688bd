package disk

import (
	"path/filepath"
	"strings"
)

// Network names the kind of network file system that path is on, or is empty for this
// computer's own disk and where it can't be said. A link leads to where its file is.
func Network(path string) string {
	at, real, _ := settled(path)
	for _, p := range []string{at, real} {
		if kind := networkAt(p); kind != "" {
			return kind
		}
	}
	return ""
}

// settled is the part of a path that is there already, as given and with its links
// followed, and the rest, which is still to be made.
func settled(path string) (at, real, rest string) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path, path, ""
	}
	for at = abs; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return at, real, strings.TrimPrefix(abs, at)
		}
		if at == filepath.Dir(at) {
			return abs, abs, ""
		}
	}
}
