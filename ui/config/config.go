// Package config is where isspp keeps its files, and what a person has set in the
// config file.
package config

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
	"unicode/utf8"

	"isspp/content"
	"isspp/model"
	"isspp/ui/theme"
)

// Config is what a person may set in the config file. Every line is optional.
type Config struct {
	// School is the person's own setting; it comes first in the rota.
	School string `toml:"school"`
	// Theme is one of theme.Names.
	Theme string `toml:"theme"`
	// ASCII draws with letters and signs of the typewriter only.
	ASCII bool `toml:"ascii"`
	// Mouse lets the mouse click and scroll; off leaves it to the terminal.
	Mouse bool `toml:"mouse"`
	// Recorder is the person's name or initials and role, as records show it.
	Recorder string `toml:"recorder"`
	// Advance moves on by itself after an answer of the walkthrough.
	Advance bool `toml:"advance"`
	// LockAfter is the minutes without a key until the notes lock, 1 to 60.
	LockAfter int `toml:"lock_after"`
	// Content is the folder of another pack.
	Content string `toml:"content"`
	// Notes is the file of the private notes.
	Notes string `toml:"notes"`
	// Local is the file of the school's own layer; it is beside the config file unless
	// that says otherwise, and empty where nobody can say.
	Local string `toml:"local"`
	// StaleDays is after how many days an entry of it has to be checked again, 1 to 3650.
	StaleDays int `toml:"stale_days"`
	// CopyPrivate lets private text be copied, for ten seconds at a time.
	CopyPrivate bool `toml:"copy_private"`
}

// Default is what holds where the file says nothing.
func Default() Config {
	return Config{Theme: theme.Auto, Mouse: true, LockAfter: 5, StaleDays: model.DefaultStaleAfter}
}

// Read reads the config file. No file is no fault. With a fault everything else in
// the file still counts, and the faults say what is wrong and where. A path in it that
// isn't whole starts at the file's own folder.
func Read(path string) (Config, Faults) {
	c, f := Default(), Faults{path: path}
	text, err := os.ReadFile(path) //nolint:gosec // the person's own file
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		f.whole("can't be read, so the usual settings hold: " + err.Error())
	case len(text) > maxConfig || !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
		f.whole("can't be read, so the usual settings hold: it is not a text in UTF-8")
	default:
		for _, v := range f.values(string(text)) {
			f.take(&c, v)
		}
	}
	c.Content, c.Notes = beside(path, c.Content), beside(path, c.Notes)
	if !f.In("local") {
		c.Local = beside(path, cmp.Or(c.Local, content.LocalFile))
	}
	return c, f
}

const maxConfig = 1 << 20

// Idle is how long without a key until the notes lock.
func (c Config) Idle() time.Duration { return time.Duration(c.LockAfter) * time.Minute }

// beside is a path that a config file names: one that isn't whole starts at the
// config file's folder.
func beside(config, path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(config), path)
}
