package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"isspp/model"
	"isspp/ui/theme"
)

type setting struct {
	key string
	// at is where its value goes: a *string, a *bool or an *int.
	at func(*Config) any
	// path tells that it names a file or a folder.
	path bool
	// least and most bound a number, and what it counts.
	least, most int
	counts      string
}

var settings = []setting{
	{key: "school", at: func(c *Config) any { return &c.School }},
	{key: "recorder", at: func(c *Config) any { return &c.Recorder }},
	{key: "theme", at: func(c *Config) any { return &c.Theme }},
	{key: "ascii", at: func(c *Config) any { return &c.ASCII }},
	{key: "mouse", at: func(c *Config) any { return &c.Mouse }},
	{key: "advance", at: func(c *Config) any { return &c.Advance }},
	{key: "lock_after", at: func(c *Config) any { return &c.LockAfter }, least: 1, most: 60, counts: "minutes"},
	{key: "content", at: func(c *Config) any { return &c.Content }, path: true},
	{key: "notes", at: func(c *Config) any { return &c.Notes }, path: true},
	{key: "local", at: func(c *Config) any { return &c.Local }, path: true},
	{key: "stale_days", at: func(c *Config) any { return &c.StaleDays }, least: 1, most: 3650, counts: "days"},
	{key: "copy_private", at: func(c *Config) any { return &c.CopyPrivate }},
}

func (s setting) in(c Config) any { return reflect.ValueOf(s.at(&c)).Elem().Interface() }

func (f *Faults) take(c *Config, v value) {
	var known []string
	for _, s := range settings {
		if s.key == v.key {
			if wrong := s.set(c, v); wrong != "" {
				f.at(v.line, v.key, wrong)
			}
			return
		}
		known = append(known, s.key)
	}
	if near := model.Nearest(v.key, known); near != "" {
		f.at(v.line, v.key, fmt.Sprintf("%q is not a setting: did you mean %q?", v.key, near))
		return
	}
	last := len(known) - 1
	all := strings.Join(known[:last], ", ") + " and " + known[last]
	f.at(v.line, v.key, fmt.Sprintf("%q is not a setting. The settings are %s.", v.key, all))
}

func (s setting) set(c *Config, v value) string {
	switch at := s.at(c).(type) {
	case *string:
		if is, ok := v.is.(string); ok {
			return s.setWords(at, v, is)
		}
		return fmt.Sprintf(`%s is written in quotes: %s = "…".`, s.key, s.key)
	case *bool:
		is, ok := v.is.(bool)
		if !ok {
			return fmt.Sprintf("%s is true or false, without quotes.", s.key)
		}
		*at = is
	case *int:
		is, ok := v.is.(int64)
		switch {
		case !ok:
			return fmt.Sprintf("%s is a number without quotes: %s = %d.", s.key, s.key, *at)
		case is < int64(s.least) || is > int64(s.most):
			return fmt.Sprintf("%s is %s, from %d to %d. It is %d until it is corrected.",
				s.key, s.counts, s.least, s.most, *at)
		}
		*at = int(is)
	}
	return ""
}

func (s setting) setWords(at *string, v value, is string) string {
	switch {
	case s.path && strings.ContainsFunc(is, unicode.IsControl):
		return backslashes(s.key, v.raw)
	case s.path:
		whole, err := Expand(is)
		if err != nil {
			return fmt.Sprintf("%s: %v.", s.key, err)
		}
		is = whole
	case s.key == "theme" && !slices.Contains(theme.Names, is):
		return fmt.Sprintf("%q is not a theme. The themes are auto, dark, light, contrast and mono.", is)
	}
	*at = is
	return ""
}

// backslashes says how a Windows path is written: in double quotes each backslash
// begins something else.
func backslashes(key, raw string) string {
	return fmt.Sprintf("in double quotes a backslash begins something else. Write the path in single quotes: %s = "+
		"'%s'.", key, bare(raw))
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
