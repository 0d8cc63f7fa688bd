package config

import (
	"fmt"
	"os"
	"strings"

	"isspp/model"
)

// variable is a variable of the environment as people write it in a path: $HOME,
// ${HOME} or %USERPROFILE%.
var variable = model.Pattern(`\$\{([A-Za-z_][A-Za-z0-9_]*)\}|\$([A-Za-z_][A-Za-z0-9_]*)|%([A-Za-z_][A-Za-z0-9_]*)%`)

// Expand is a path with what shells put in its place: ~ at its beginning, and the
// variables of the environment. A variable that isn't set is an error, since the
// path would be another one.
func Expand(path string) (string, error) {
	if path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("~ is the home folder, and it isn't known here: %w", err)
		}
		path = home + path[1:]
	}
	var unset error
	path = variable().ReplaceAllStringFunc(path, func(written string) string {
		name := strings.Trim(written, "${}%")
		text, set := os.LookupEnv(name)
		if !set {
			if name == "USERPROFILE" || name == "HOME" {
				if home, err := os.UserHomeDir(); err == nil {
					return home
				}
			}
			if _, err := os.Lstat(path); err == nil {
				return written // such a name it has
			}
			unset = fmt.Errorf("%s is not set here, so %s leads nowhere", written, path)
		}
		return text
	})
	return path, unset
}
