package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"isspp/store/disk"
)

// Set writes one setting into the config file and leaves every other
// line, comments too, as it is. A file with a mistake in it isn't touched.
func Set(path, key string, value any) error {
	text, err := os.ReadFile(path) //nolint:gosec // the person's own file
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the config file can't be read, and nothing was changed: %w", err)
	}
	var any map[string]any
	if _, err := toml.Decode(string(text), &any); err != nil {
		return fmt.Errorf("the config file %s has a mistake, so nothing was changed in it: %w", path, err)
	}
	after := withSetting(string(text), key, value)
	var read Config
	if _, err := toml.Decode(after, &read); err != nil {
		return fmt.Errorf("the config file %s can't be changed safely; write the line %s = %s yourself: %w", path, key,
			tomlValue(value), err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // a config folder is no secret
		return fmt.Errorf("the config folder can't be made: %w", err)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // the file that a link points at is the one that changes
	}
	if err := disk.Write(path, []byte(after), disk.How{Keep: true}); err != nil {
		return fmt.Errorf("the config file can't be written, and nothing was changed: %w", err)
	}
	return nil
}

// Save writes the settings that differ.
func Save(path string, before, after Config) error {
	for _, s := range settings {
		if is := s.in(after); is != s.in(before) {
			if err := Set(path, s.key, is); err != nil {
				return err
			}
		}
	}
	return nil
}

// withSetting is a config file's text with one line otherwise, or one more. A
// new line goes to the top, since below a table's heading it would belong to it.
func withSetting(text, key string, value any) string {
	line := key + " = " + tomlValue(value)
	end := "\n"
	if strings.Contains(text, "\r\n") {
		end = "\r\n"
	}
	lines := strings.SplitAfter(text, "\n")
	for i, old := range lines {
		if strings.HasPrefix(strings.TrimSpace(old), "[") {
			break
		}
		name, rest, found := strings.Cut(old, "=")
		if !found || strings.Trim(strings.TrimSpace(name), `"'`) != key {
			continue
		}
		if _, remark, found := strings.Cut(rest, " #"); found && !strings.Contains(remark, `"`) {
			line += "  #" + strings.TrimRight(remark, "\r\n")
		}
		if !strings.HasSuffix(old, "\n") {
			end = ""
		}
		lines[i] = line + end
		return strings.Join(lines, "")
	}
	return line + end + text
}

// tomlValue writes a text, a number or a switch as TOML has it; a Windows path keeps its
// backslashes where that can be.
func tomlValue(value any) string {
	text, is := value.(string)
	switch {
	case !is:
		return fmt.Sprint(value)
	case !strings.ContainsAny(text, "'\n\r\t"):
		return "'" + text + "'"
	}
	return strconv.Quote(text)
}
