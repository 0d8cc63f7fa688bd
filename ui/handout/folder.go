package handout

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
)

// Folder is where a handout is offered to be kept: the person's folder for
// documents, or where isspp was started.
func Folder() string {
	for _, folder := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if info, err := os.Stat(folder); folder != "" && err == nil && info.IsDir() {
			return folder
		}
	}
	folder, err := os.Getwd()
	if err != nil {
		return "."
	}
	return folder
}

// FileName is the name that a handout is offered: "isspp-risk.pdf".
func FileName(p *content.Pack, deck string, format document.Format) string {
	short := strings.Trim(strings.ToLower(p.Edition().Short), ". /\\")
	if short == "" {
		short = "handout"
	}
	return model.CleanLine(short + "-" + deck + "." + string(format))
}

// FromHome is a folder as people write it: ~ is their own.
func FromHome(folder string) string {
	if rest, ok := strings.CutPrefix(folder, xdg.Home); ok && len(xdg.Home) > 1 &&
		(rest == "" || os.IsPathSeparator(rest[0])) {
		return "~" + rest
	}
	return folder
}

// WholePath is a path as a person writes it, from the root on and with the
// format's ending.
func WholePath(path string, format document.Format) (string, error) {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		path = filepath.Join(xdg.Home, rest)
	}
	if _, ok := document.FormatOf(path); !ok && !strings.EqualFold(filepath.Ext(path), "."+string(format)) {
		if info, err := os.Stat(path); err != nil || !info.IsDir() {
			path += "." + string(format)
		}
	}
	return filepath.Abs(path)
}
