package session

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

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
	// Local is the file of the school's own layer.
	Local string `toml:"local"`
	// StaleDays is after how many days an entry of it has to be checked again, 1 to 3650.
	StaleDays int `toml:"stale_days"`
	// CopyPrivate lets private text be copied, for ten seconds at a time.
	CopyPrivate bool `toml:"copy_private"`
}

// configKeys are the names that a config file may use.
var configKeys = []string{"school", "recorder", "theme", "ascii", "mouse", "advance", "lock_after", "content", "notes", "local", "stale_days", "copy_private"}

// DefaultConfig is what holds where the file says nothing.
func DefaultConfig() Config {
	return Config{Theme: theme.Auto, Mouse: true, LockAfter: 5, StaleDays: model.DefaultStaleAfter}
}

// ReadConfig reads the config file. No file is no mistake. With a mistake the
// rest of the file still counts, and the message says what is wrong and where.
func ReadConfig(path string) (Config, string) {
	c := DefaultConfig()
	text, err := os.ReadFile(path) //nolint:gosec // the person's own file
	if errors.Is(err, fs.ErrNotExist) {
		return c, ""
	}
	if err != nil {
		return c, fmt.Sprintf("The config file can't be read, so the usual settings hold: %v.", err)
	}
	meta, err := toml.Decode(string(text), &c)
	if err != nil {
		var bad toml.ParseError
		if errors.As(err, &bad) {
			return DefaultConfig(), fmt.Sprintf("%s:%d: %s. The usual settings hold until it is mended.", path, bad.Position.Line, bad.Message)
		}
		return DefaultConfig(), fmt.Sprintf("%s: %v. The usual settings hold until it is mended.", path, err)
	}
	return c.checked(path, meta)
}

// checked puts every mistake right and says them all.
func (c Config) checked(path string, meta toml.MetaData) (Config, string) {
	var wrong []string
	for _, key := range meta.Undecoded() {
		word := key.String()
		if near := model.Nearest(word, configKeys); near != "" {
			wrong = append(wrong, fmt.Sprintf("%q is not a setting: did you mean %q?", word, near))
			continue
		}
		wrong = append(wrong, fmt.Sprintf("%q is not a setting. The settings are school, recorder, theme, ascii, mouse, advance, lock_after, content, notes, local, stale_days and copy_private.", word))
	}
	if c.LockAfter < 1 || c.LockAfter > 60 {
		c.LockAfter = DefaultConfig().LockAfter
		wrong = append(wrong, "lock_after is minutes, from 1 to 60. It is 5 until it is mended.")
	}
	if c.StaleDays < 1 || c.StaleDays > 3650 {
		c.StaleDays = DefaultConfig().StaleDays
		wrong = append(wrong, "stale_days is days, from 1 to 3650. It is 90 until it is mended.")
	}
	if !knownTheme(c.Theme) {
		wrong = append(wrong, fmt.Sprintf("%q is not a theme. The themes are auto, dark, light, contrast and mono.", c.Theme))
		c.Theme = theme.Auto
	}
	if len(wrong) == 0 {
		return c, ""
	}
	return c, path + ": " + strings.Join(wrong, " ")
}

func knownTheme(name string) bool {
	for _, t := range theme.Names {
		if t == name {
			return true
		}
	}
	return false
}

func (c Config) idle() time.Duration { return time.Duration(c.LockAfter) * time.Minute }
