package editor

import (
	"fmt"
	"strings"
)

// words parts a command as a shell would: at blanks, but not inside quotes. A
// backslash is a letter like any other unless the shell is a Unix one, since
// Windows writes its paths with it.
func words(command string, backslash bool) ([]string, error) {
	var (
		out    []string
		word   strings.Builder
		inside bool
		quote  rune
		escape bool
	)
	for _, c := range command {
		switch {
		case escape:
			word.WriteRune(c)
			escape = false
		case c == '\\' && backslash && quote != '\'':
			escape, inside = true, true
		case quote != 0:
			if c == quote {
				quote = 0
				continue
			}
			word.WriteRune(c)
		case c == '"' || c == '\'':
			quote, inside = c, true
		case c == ' ' || c == '\t':
			if inside {
				out = append(out, word.String())
				word.Reset()
			}
			inside = false
		default:
			word.WriteRune(c)
			inside = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quotation mark isn't closed in %q", command)
	}
	if inside {
		out = append(out, word.String())
	}
	return out, nil
}
