package session

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"isspp/model"
	"isspp/ui/cli"
	"isspp/ui/theme"
)

// setting is a line that a config file may have: where its value goes, and what
// is wrong with one that can't be taken.
type setting struct {
	key string
	// words, number and onOff are where the value goes; one of them is set.
	words  func(*Config) *string
	number func(*Config) *int
	onOff  func(*Config) *bool
	// path tells that it names a file or a folder.
	path bool
	// least and most bound a number, and what it counts.
	least, most int
	counts      string
}

func settingsOfConfig() []setting {
	return []setting{
		{key: "school", words: func(c *Config) *string { return &c.School }},
		{key: "recorder", words: func(c *Config) *string { return &c.Recorder }},
		{key: "theme", words: func(c *Config) *string { return &c.Theme }},
		{key: "ascii", onOff: func(c *Config) *bool { return &c.ASCII }},
		{key: "mouse", onOff: func(c *Config) *bool { return &c.Mouse }},
		{key: "advance", onOff: func(c *Config) *bool { return &c.Advance }},
		{key: "lock_after", number: func(c *Config) *int { return &c.LockAfter }, least: 1, most: 60, counts: "minutes"},
		{key: "content", words: func(c *Config) *string { return &c.Content }, path: true},
		{key: "notes", words: func(c *Config) *string { return &c.Notes }, path: true},
		{key: "local", words: func(c *Config) *string { return &c.Local }, path: true},
		{key: "stale_days", number: func(c *Config) *int { return &c.StaleDays }, least: 1, most: 3650, counts: "days"},
		{key: "copy_private", onOff: func(c *Config) *bool { return &c.CopyPrivate }},
	}
}

// configKeys are the names that a config file may use.
func configKeys() []string {
	var keys []string
	for _, s := range settingsOfConfig() {
		keys = append(keys, s.key)
	}
	return keys
}

// take puts a value into its place, or says why it can't be.
func (f *Faults) take(c *Config, v value) {
	for _, s := range settingsOfConfig() {
		if s.key == v.key {
			if wrong := s.set(c, v); wrong != "" {
				f.at(v.line, v.key, wrong)
			}
			return
		}
	}
	known := configKeys()
	if near := model.Nearest(v.key, known); near != "" {
		f.at(v.line, v.key, fmt.Sprintf("%q is not a setting: did you mean %q?", v.key, near))
		return
	}
	last := len(known) - 1
	f.at(v.line, v.key, fmt.Sprintf("%q is not a setting. The settings are %s and %s.", v.key, strings.Join(known[:last], ", "), known[last]))
}

// set takes a value, or says in words what is wrong with it.
func (s setting) set(c *Config, v value) string {
	switch is := v.is.(type) {
	case string:
		if s.words != nil {
			return s.setWords(c, v, is)
		}
	case bool:
		if s.onOff != nil {
			*s.onOff(c) = is
			return ""
		}
	case int64:
		if s.number != nil {
			if is < int64(s.least) || is > int64(s.most) {
				return fmt.Sprintf("%s is %s, from %d to %d. It is %d until it is corrected.", s.key, s.counts, s.least, s.most, *s.number(c))
			}
			*s.number(c) = int(is)
			return ""
		}
	}
	switch {
	case s.words != nil:
		return fmt.Sprintf(`%s is written in quotes: %s = "…".`, s.key, s.key)
	case s.onOff != nil:
		return fmt.Sprintf("%s is true or false, without quotes.", s.key)
	}
	return fmt.Sprintf("%s is a number without quotes: %s = %d.", s.key, s.key, *s.number(c))
}

func (s setting) setWords(c *Config, v value, is string) string {
	switch {
	case s.path && strings.ContainsFunc(is, unicode.IsControl):
		return backslashes(s.key, v.raw)
	case s.path:
		whole, err := cli.Expand(is)
		if err != nil {
			return fmt.Sprintf("%s: %v.", s.key, err)
		}
		is = whole
	case s.key == "theme" && !knownTheme(is):
		return fmt.Sprintf("%q is not a theme. The themes are auto, dark, light, contrast and mono.", is)
	}
	*s.words(c) = is
	return ""
}

// backslashes says how a Windows path is written: in double quotes each backslash
// begins something else.
func backslashes(key, raw string) string {
	return fmt.Sprintf("in double quotes a backslash begins something else. Write the path in single quotes: %s = '%s'.", key, bare(raw))
}

// bare is what is written behind a "=", without its quotes and without a remark.
func bare(raw string) string {
	raw = strings.TrimSpace(raw)
	if raw != "" && (raw[0] == '"' || raw[0] == '\'') {
		inside, _, _ := strings.Cut(raw[1:], raw[:1])
		return inside
	}
	raw, _, _ = strings.Cut(raw, "#")
	return strings.TrimSpace(raw)
}

func knownTheme(name string) bool { return slices.Contains(theme.Names, name) }
