package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"isspp/model"
)

// Faults are what is wrong in a config file.
type Faults struct {
	path string
	said []string
	// keys are the settings whose value can't be taken.
	keys []string
	// unread tells that the file, or a line of it, can't be read at all.
	unread bool
	// unknown tells that nothing of the file could be read.
	unknown bool
}

// Notice says every fault in one line; it is empty where there is none.
func (f Faults) Notice() string { return strings.Join(f.said, " ") }

// Unread tells that the file can't be read as it stands: what it says of the
// notes can't be relied on then.
func (f Faults) Unread() bool { return f.unread || slices.Contains(f.keys, "notes") }

// In tells that a setting's value can't be taken.
func (f Faults) In(key string) bool { return slices.Contains(f.keys, key) }

// NoContent tells that nobody can say which protocol the file asks for: another
// borough's may be meant. Where nothing of the file can be read, that is so if
// another one was ever used here.
func (f Faults) NoContent() bool {
	return f.In("content") || f.unknown && Copies().Any()
}

// NotesError is why nothing is done with the notes while the file can't be read:
// other notes may be meant. It is nil where the file can be read.
func (f Faults) NotesError() error {
	if !f.Unread() {
		return nil
	}
	return errors.New("the config file can't be read as it stands, so isspp can't tell which notes you mean, and " +
		"nothing was done. " + f.Notice())
}

func (f *Faults) whole(text string) {
	f.said = append(f.said, f.path+" "+text+".")
	f.unread, f.unknown = true, true
}

func (f *Faults) at(line int, key, text string) {
	f.said = append(f.said, fmt.Sprintf("%s:%d: %s", f.path, line, text))
	f.keys = append(f.keys, key)
}

type value struct {
	key  string
	is   any
	raw  string
	line int
}

// values are the settings that a file's text has, in its order. Where the text as
// a whole isn't TOML each line is read by itself, so that one slip leaves the
// other lines in force.
func (f *Faults) values(text string) []value {
	all := map[string]any{}
	meta, err := toml.Decode(text, &all)
	if err != nil {
		return f.lineByLine(text)
	}
	var list []value
	for _, key := range meta.Keys() {
		v := value{key: key.String(), is: all[key[0]]}
		if len(key) > 1 {
			v.is = nil // below a heading: no setting of ours
		} else if _, table := v.is.(map[string]any); table {
			continue
		}
		v.line, v.raw = lineOf(text, key[len(key)-1])
		list = append(list, v)
	}
	return list
}

var settingLine = model.Pattern(`^\s*["']?([A-Za-z0-9_.-]+)["']?\s*=\s*(.*?)\s*$`)

// lineOf finds the line of a key, from 1, and what stands behind its "=".
func lineOf(text, key string) (line int, raw string) {
	for i, l := range strings.Split(text, "\n") {
		if m := settingLine().FindStringSubmatch(l); m != nil && m[1] == key {
			return i + 1, m[2]
		}
	}
	return 1, ""
}

func (f *Faults) lineByLine(text string) []value {
	f.unread = true
	var list []value
	seen := map[string]bool{}
	for i, l := range strings.Split(text, "\n") {
		if strings.HasPrefix(strings.TrimSpace(l), "[") {
			break // what is below a heading is no setting of ours
		}
		one := map[string]any{}
		_, err := toml.Decode(l, &one)
		m := settingLine().FindStringSubmatch(l)
		switch {
		case err != nil && m == nil:
			f.at(i+1, "", fmt.Sprintf("%q is no setting: a line is key = value.", strings.TrimSpace(l)))
		case err != nil:
			f.at(i+1, m[1], howWritten(m[1], m[2], err))
		case m == nil:
		case seen[m[1]]:
			f.at(i+1, m[1], m[1]+" is set twice; the first line counts.")
		default:
			seen[m[1]] = true
			list = append(list, value{key: m[1], is: one[m[1]], raw: m[2], line: i + 1})
		}
	}
	return list
}

// howWritten says how a line that can't be read is likely meant.
func howWritten(key, raw string, err error) string {
	quoted := strings.HasPrefix(raw, `"`)
	switch {
	case raw == "":
		return key + " has no value. Take the line out, or give it one."
	case quoted && strings.Contains(raw, `\`):
		return backslashes(key, raw)
	case !quoted && !strings.HasPrefix(raw, "'") && !strings.ContainsAny(raw, `"'`):
		return fmt.Sprintf("%s is written in quotes: %s = '%s'.", key, key, bare(raw))
	}
	var bad toml.ParseError
	if errors.As(err, &bad) {
		return fmt.Sprintf("%s can't be read: %s.", key, bad.Message)
	}
	return fmt.Sprintf("%s can't be read: %v.", key, err)
}
