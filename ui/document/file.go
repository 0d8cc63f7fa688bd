package document

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"isspp/content"
	"isspp/store/disk"
)

// ErrExists is in the error of a file that is there already and wasn't to be
// replaced.
var ErrExists = errors.New("that file already exists")

// Save writes the document to a file in a format: all of it, or nothing.
// WriteFile says how.
func (d Doc) Save(path string, f Format, mode fs.FileMode, force bool) error {
	var b bytes.Buffer
	if err := d.Write(&b, f); err != nil {
		return err
	}
	return WriteFile(path, b.Bytes(), mode, force)
}

// WriteFile writes a file whole or not at all. One that is there already is left alone
// unless force is given; then the error holds ErrExists. mode is for the new file, less
// what the person's umask takes away. Whatever fails, no half file stays, and a file that
// was there is as it was.
func WriteFile(path string, data []byte, mode fs.FileMode, force bool) error {
	return write(path, data, mode, force, false)
}

// WritePrivate is WriteFile for what its owner alone may read, where a mode isn't enough to
// say so too.
func WritePrivate(path string, data []byte, force bool) error {
	return write(path, data, 0o600, force, true)
}

func write(path string, data []byte, mode fs.FileMode, force, private bool) error {
	if info, err := os.Stat(path); err == nil {
		switch {
		case info.IsDir():
			return fmt.Errorf("%s is a folder: name a file in it", path)
		case !info.Mode().IsRegular():
			return writeInto(path, data)
		case !force:
			return fmt.Errorf("%s was not changed: %w", path, ErrExists)
		}
	}
	// A link that is replaced goes on pointing at what it pointed at.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	err := disk.Write(path, data, disk.How{Mode: mode, Private: private, New: !force})
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s was not changed: %w", path, ErrExists)
	case err != nil:
		return failed(path, err)
	}
	return nil
}

// writeInto writes to a pipe or a device, which can't be replaced.
func writeInto(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return failed(path, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return failed(path, err)
	}
	return nil
}

func failed(path string, err error) error {
	// The temporary file's name would tell nobody anything.
	err = content.Cause(err)
	advice := "Make room there, close the program that has the file open, or choose another place"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		advice = "The folder isn't there: make it first, or choose another"
	case errors.Is(err, fs.ErrPermission):
		advice = "You may not write there: choose another place, or close the program that has the file open"
	}
	return fmt.Errorf("%s was not written (%w). Nothing was left behind. %s", path, err, advice)
}

// Format is one of the forms that a document can be written in.
type Format string

// The formats, by the endings of their files.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	PDF      Format = "pdf"
)

// Formats are all of them, in the order in which they are offered.
func Formats() []Format { return []Format{PDF, HTML, Markdown} }

// FormatNamed is the format that a word names, and whether it names one.
func FormatNamed(word string) (Format, bool) {
	switch strings.ToLower(strings.TrimPrefix(strings.TrimSpace(word), ".")) {
	case "md", "markdown":
		return Markdown, true
	case "html", "htm":
		return HTML, true
	case "pdf":
		return PDF, true
	}
	return "", false
}

// FormatOf is the format that a file's name ends in, and whether it ends in one.
func FormatOf(path string) (Format, bool) { return FormatNamed(filepath.Ext(path)) }

// Write writes the document in a format.
func (d Doc) Write(w io.Writer, f Format) error {
	switch f {
	case HTML:
		return d.HTML(w)
	case PDF:
		return d.PDF(w)
	}
	return d.Markdown(w)
}
