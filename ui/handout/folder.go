package handout

import (
	"os"
	"strings"

	"github.com/adrg/xdg"

	"isspp/content"
	"isspp/model"
	"isspp/ui/report"
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
func FileName(p *content.Pack, deck model.Deck, format report.Format) string {
	short := strings.Trim(strings.ToLower(p.Edition().Short), ". /\\")
	if short == "" {
		short = "handout"
	}
	return model.CleanLine(short + "-" + deck.ID + "." + string(format))
}
