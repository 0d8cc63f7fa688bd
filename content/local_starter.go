package content

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
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
// are; without any it is empty.
func LocalNotice(mistakes []Mistake) string {
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
	return first + more + " The rest of the file counts; isspp local check lists every mistake."
}
