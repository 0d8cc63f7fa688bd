package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// The words that help texts leave open: what stands in their place is the
// loaded protocol's, so that no borough is shown another one's schools.
const (
	openName    = "{protocol}"
	openSchool  = "{school}"
	openOfficer = "{officer}"
	openService = "{service}"
)

// fillIn puts the loaded protocol's own names into the help of a command and of
// everything below it.
func fillIn(cmd *cobra.Command, p *content.Pack) {
	school, officer := shortest(p.Rota().Settings)
	e := p.Edition()
	r := strings.NewReplacer(
		openName, "The "+e.Name(), openSchool, school, openOfficer, officer,
		openService, shortestService(p.Directory().Services()),
	)
	fillWith(cmd, r)
}

func fillWith(cmd *cobra.Command, r *strings.Replacer) {
	cmd.Short, cmd.Long, cmd.Example = r.Replace(cmd.Short), r.Replace(cmd.Long), r.Replace(cmd.Example)
	for _, c := range cmd.Commands() {
		fillWith(c, r)
	}
}

// shortest is the setting with the shortest name and the surname of its
// officer, both as somebody would type them.
func shortest(settings []model.Setting) (school, officer string) {
	for _, s := range settings {
		if school == "" || len(s.Name) < len(school) {
			school = s.Name
			if words := strings.Fields(s.Officer); len(words) > 0 {
				officer = words[len(words)-1]
			}
		}
	}
	if school == "" {
		school, officer = "the school", "the officer"
	}
	return strings.ToLower(school), model.Fold(officer)
}

func shortestService(services []model.Service) string {
	name := ""
	for _, s := range services {
		if s.Ended == "" && (name == "" || len(s.Name) < len(name)) {
			name = s.Name
		}
	}
	if name == "" {
		name = "mentoring"
	}
	return strings.ToLower(name)
}
