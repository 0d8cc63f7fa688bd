package config

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"

	"github.com/adrg/xdg"

	"isspp/content"
)

// folder is where the platform's data and config folders keep what is ours.
const folder = "isspp"

// NotesPath is where the private notes are if nobody says otherwise.
func NotesPath() string { return filepath.Join(xdg.DataHome, folder, "notes.db") }

// Path is where the config file is if nobody says otherwise.
func Path() string { return filepath.Join(xdg.ConfigHome, folder, "config.toml") }

// StatePath is where isspp remembers something by a name that no person sets.
func StatePath(name string) string { return filepath.Join(xdg.StateHome, folder, name) }

// Copies is where the last good copy of a protocol is kept.
func Copies() content.Copies { return content.Copies(StatePath("protocols")) }

// portableFolder is the folder that makes isspp portable: where it stands beside the
// program, everything is kept in it, so that a memory stick has both.
const portableFolder = "isspp-data"

// portableVariable tells the program's other process that this one is portable. It
// must not look for itself: a demonstration keeps everything apart once more.
const portableVariable = "ISSPP_PORTABLE"

// Portable is the folder that everything is kept in, or empty where isspp is
// installed on this computer.
func Portable() string { return os.Getenv(portableVariable) }

// FindFolders settles where everything is kept: beside the program, where it is
// portable, or else where the platform has it.
func FindFolders() {
	findHome()
	if self, err := os.Executable(); err == nil {
		goPortable(self)
	}
}

// findHome gives a process that was started without HOME, as services and
// schedulers start theirs, the folder that the system knows for its account. The
// notes would otherwise be looked for at the root of the disk.
func findHome() {
	if runtime.GOOS == "windows" || os.Getenv("HOME") != "" {
		return
	}
	if u, err := user.Current(); err == nil && u.HomeDir != "" && os.Setenv("HOME", u.HomeDir) == nil {
		xdg.Reload()
	}
}

// goPortable keeps everything beside the program at self, where the folder for it is
// there, in place of the platform's folders.
func goPortable(self string) {
	if Portable() != "" {
		return
	}
	if real, err := filepath.EvalSymlinks(self); err == nil {
		self = real
	}
	dir := filepath.Join(filepath.Dir(self), portableFolder)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return
	}
	// Where it can't be, isspp looks in the platform's folders, as "notes where" says.
	if os.Setenv(portableVariable, dir) == nil && os.Setenv("XDG_RUNTIME_DIR", dir) == nil {
		_ = KeepIn(dir)
	}
}

// KeepIn puts the platform's folders into another one, for this process and those
// that it starts.
func KeepIn(dir string) error {
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"} {
		if err := os.Setenv(name, dir); err != nil {
			return err
		}
	}
	xdg.Reload()
	return nil
}
