package cli

import (
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
)

// Every look-up over another town's protocol answers from it alone, as text
// and as JSON, help and the manual too.
func TestLookUpsAreTheLoadedProtocolsAlone(t *testing.T) {
	own, dir := packtest.OwnWords(content.Embedded()), packtest.Folder(t)
	for _, c := range []struct {
		args   []string
		status int
		says   string
	}{
		{[]string{"rota"}, StatusFound, "Constable Ottoline"},
		{[]string{"rota", "ropewalk"}, StatusFound, "The Ropewalk Sixth"},
		{[]string{"rota", "vasqez", "--on", "tuesday"}, StatusFound, "Lantern Hill School"},
		{[]string{"rota", "kelp", "--on", "friday"}, StatusFound, "01632 960111"},
		{[]string{"rota", "nowhere at all"}, StatusNothing, "nowhere at all"},
		{[]string{"directory"}, StatusFound, "Crow's Nest"},
		{[]string{"directory", "--age", "13"}, StatusFound, "Breakwater Team"},
		{[]string{"directory", "--topic", "smuggling"}, StatusFound, "01632 960202"},
		{[]string{"directory", "xylophone"}, StatusNothing, "Lighthouse Desk"},
		{[]string{"factors"}, StatusFound, "Has keys to a boat"},
		{[]string{"find", "ferry"}, StatusFound, "ferry"},
		{[]string{"find", "ferry strike"}, StatusFound, "the Brackwater pack's words"},
		{[]string{"find", "ropewalk"}, StatusFound, "B Who comes to which school"},
		{[]string{"find", "breakwater"}, StatusFound, "E Who helps, When it is serious"},
		{[]string{"read", "F"}, StatusFound, "Ring back before six"},
		{[]string{"protocol", "--json"}, StatusFound, "Nobody is made to carry anything"},
		{[]string{"content", "where"}, StatusFound, "Brackwater"},
		{[]string{"--help"}, StatusFound, "The Brackwater Harbour Schools Compact at your fingertips"},
		{[]string{"rota", "--help"}, StatusFound, "isspp rota"},
		{[]string{"man"}, StatusFound, "Harbour Schools Compact"},
	} {
		told := monday().types(append([]string{"--content", dir}, c.args...)...).says(t, c.status, c.says)
		text := strings.Join(strings.Fields(told.out+told.err), " ")
		if w := packtest.Said(text, own); w != "" {
			t.Errorf("isspp %v says %q, which is the embedded edition's:\n%s", c.args, w, told.out+told.err)
		}
		if c.args[0] == "find" && strings.Contains(text, "isspp's") {
			t.Errorf("isspp %v says that something of the town's is isspp's:\n%s", c.args, told.out)
		}
		switch c.args[0] {
		case "rota", "directory", "factors", "find", "read":
			told = monday().types(append(append([]string{"--content", dir}, c.args...), "--json")...)
			if w := packtest.Said(told.out, own); w != "" {
				t.Errorf("isspp %v --json says %q, which is the embedded edition's:\n%s", c.args, w, told.out)
			}
		}
	}
}
