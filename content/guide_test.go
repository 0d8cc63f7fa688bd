package content

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"isspp/model"
)

// guideExamples are the documents that the guide shows, by the names that it
// gives them.
func guideExamples(t testing.TB) fstest.MapFS {
	t.Helper()
	docs := fstest.MapFS{}
	name, example, inside := "", "", false
	for line := range strings.Lines(Guide()) {
		switch {
		case strings.HasPrefix(line, "### `"):
			name, _, _ = strings.Cut(strings.TrimPrefix(line, "### `"), "`")
		case line == "```markdown\n":
			inside, example = true, ""
		case line == "```\n":
			if docs[name] != nil || name == "" {
				t.Fatalf("an example of %q without a heading of its own", name)
			}
			docs[name] = &fstest.MapFile{Data: []byte(example)}
			inside = false
		case inside:
			example += line
		}
	}
	return docs
}

func TestTheGuidesExamplesPassTheCheck(t *testing.T) {
	for _, m := range Open(guideExamples(t)).Mistakes() {
		t.Error(m.Error())
	}
}

func TestTheGuideHasAnExampleOfEveryKind(t *testing.T) {
	p := Open(guideExamples(t))
	for _, kind := range kinds {
		if len(p.loader.ofKind(kind)) == 0 {
			t.Errorf("no example of a document of kind %s", kind)
		}
	}
	for _, key := range frontKeys {
		if !strings.Contains(Guide(), "`"+key+"`") {
			t.Errorf("the guide doesn't speak of %s", key)
		}
	}
	for _, marker := range markerKinds {
		if !strings.Contains(Guide(), "`<!-- "+marker+": ") {
			t.Errorf("the guide doesn't speak of the marker %s", marker)
		}
	}
	for _, a := range append(slices.Clone(serviceAttributes), contactAttributes...) {
		if !strings.Contains(Guide(), a+`="`) {
			t.Errorf("the guide shows no %s", a)
		}
	}
}

// What the guide promises of its examples is what the parser makes of them.
func TestTheGuidesExamplesReadAsItSays(t *testing.T) {
	p := Open(guideExamples(t))
	if r := p.Rota().Settings; len(r) != 3 || !r[1].WhenRequired || len(r[0].Days) != 5 || r[2].Officer != "vacancy" {
		t.Errorf("the rota is %+v", r)
	}
	list, _ := p.List("risk")
	var ids []string
	for _, at := range list.Places() {
		ids = append(ids, at.Item.ID)
	}
	if want := []string{
		"risk/child/bullied", "risk/child/truancy", "risk/family/debt-at-home",
		"risk/outside/older-friends-with-money",
	}; !slices.Equal(ids, want) {
		t.Errorf("the items are %v", ids)
	}
	if len(list.Domains[1].Guidance) != 1 {
		t.Error("the family's guidance is lost")
	}
	var services []string
	for _, s := range p.Directory().Services() {
		services = append(services, s.Name)
		if len(s.Contacts) == 0 {
			t.Errorf("%s can't be reached", s.Name)
		}
	}
	if !slices.Equal(services, []string{"Anchor House", "Night Bus", "Teach", "Young carers", "Parents"}) {
		t.Errorf("the services are %v", services)
	}
	if !slices.ContainsFunc(p.Suggestions(), func(s model.Suggestion) bool {
		return s.Word == "knife" &&
			s.Ask != ""
	}) {
		t.Error("nothing is asked at once")
	}
	if len(p.Contacts()) != 3 || len(p.Plan().Rows) != 2 || len(p.Outcomes()) != 1 || len(p.Aims()) != 1 ||
		len(p.Cases()) != 1 {
		t.Error("something of the guide's protocol is lost")
	}
}
