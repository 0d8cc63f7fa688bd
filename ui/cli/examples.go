package cli

import (
	"cmp"
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
// everything below it: the shortest, as somebody would type them.
func fillIn(cmd *cobra.Command, p *content.Pack) {
	school, officer, service := "", "", ""
	for _, s := range p.Rota().Settings {
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
	for _, s := range p.Directory().Services() {
		if s.Ended == "" && (service == "" || len(s.Name) < len(service)) {
			service = s.Name
		}
	}
	fillWith(cmd, strings.NewReplacer(
		openName, "The "+p.Edition().Name(), openSchool, strings.ToLower(school), openOfficer, model.Fold(officer),
		openService, strings.ToLower(cmp.Or(service, "mentoring")),
	))
}

func fillWith(cmd *cobra.Command, r *strings.Replacer) {
	cmd.Short, cmd.Long, cmd.Example = r.Replace(cmd.Short), r.Replace(cmd.Long), r.Replace(cmd.Example)
	for _, c := range cmd.Commands() {
		fillWith(c, r)
	}
}
