package kit

import (
	"cmp"
	"slices"

	"isspp/content"
	"isspp/model"
)

// Route is a number to ring that needs no officer and no form.
type Route struct {
	Short, Name, Number string
	// Text is what the protocol says of it.
	Text []model.Block
}

// Routes are the protocol's emergency contacts, the shortest number first: 999
// comes before everything else.
func Routes(p *content.Pack) []Route {
	var out []Route
	for _, c := range p.Contacts() {
		if !c.Emergency {
			continue
		}
		for _, way := range c.Contacts {
			if way.Kind == model.Phone {
				out = append(out, Route{Short: c.Short, Name: c.Name, Number: way.Value, Text: c.Text})
				break
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Route) int {
		return cmp.Or(cmp.Compare(len(a.Number), len(b.Number)), cmp.Compare(b.Number, a.Number))
	})
	return out
}

// RouteLines adds the routes to a page, a line each.
func (p *Page) RouteLines(routes []Route) {
	for _, r := range routes {
		p.Raw("  "+p.theme.Safety.Paint(Fit(r.Number, 16, p.signs))+r.Name, r.Number+" "+r.Name)
	}
}
