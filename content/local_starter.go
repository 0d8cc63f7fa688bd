package content

import (
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"isspp/model"
)

//go:embed starter/local.md
var starterLocal []byte

// StarterLocal is a Local file with every slot empty and an example of each
// kind of entry in a remark.
func StarterLocal() []byte { return starterLocal }

// MakeLocalFile sees to it that there is a Local file to edit, and gives the
// line at which an editor opens it best: the first mistake's.
func MakeLocalFile(path string) (line int, err error) {
	before, fault := ReadLocalFile(path)
	switch {
	case fault != nil:
		return 0, errors.New(fault.Error())
	case len(before) == 0:
		return 1, SaveLocal(path, before, StarterLocal())
	}
	if _, mistakes := ReadLocal(path, before); len(mistakes) > 0 {
		return mistakes[0].Line, nil
	}
	return 1, nil
}

// LocalNotice says the first mistake of the Local file and how many more there
// are, and whether anything else in it is used; without any it is empty.
func LocalNotice(l *model.Local, mistakes []Mistake) string {
	if len(mistakes) == 0 {
		return ""
	}
	more := ""
	if n := len(mistakes) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more)", n)
	}
	first := mistakes[0].Error()
	if more != "" || !strings.HasSuffix(first, "?") {
		more += "."
	}
	rest := " Nothing else in the file is used"
	if restCounts(l, mistakes) {
		rest = " The rest of the file counts"
	}
	return first + more + rest + "; isspp local check lists every mistake."
}

// restCounts reports whether some entry of the file is as it was meant.
func restCounts(l *model.Local, mistakes []Mistake) bool {
	for _, e := range l.Entries {
		if !e.Faulty && !slices.ContainsFunc(mistakes, func(m Mistake) bool { return m.Line == e.Line }) {
			return true
		}
	}
	return false
}
