package kit

import (
	"cmp"
	"slices"
	"time"

	"isspp/content"
	"isspp/model"
)

// Route is a number to ring that needs no officer and no form.
type Route struct {
	ID, Short, Name, Number string
	// Text is what the protocol says of it.
	Text []model.Block
	// Local is the number by the school's own layer, where that has a newer one;
	// LocalWords say when that was checked and by whom.
	Local, LocalWords string
}

// Routes are LocalRoutes of the moment.
func (e *Env) Routes() []Route { return LocalRoutes(e.Pack, e.Local, e.Now) }

// LocalRoutes are the protocol's emergency contacts, with the number that the
// school knows to be newer, where there is one. 999 and 101 stay as they are.
func LocalRoutes(p *content.Pack, l *model.Local, now time.Time) []Route {
	routes := Routes(p)
	for i := range routes {
		r := &routes[i]
		if len(r.Number) <= 3 {
			continue
		}
		if entry, ok := l.HeadContact(model.HeadContact{Name: r.Name, ID: r.ID, Short: r.Short}); ok && entry.Phone != "" && entry.HoldsOn(now) {
			r.Local, r.LocalWords = entry.Phone, l.CheckedWords(entry, now)
		}
	}
	return routes
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
				out = append(out, Route{ID: c.ID, Short: c.Short, Name: c.Name, Number: way.Value, Text: c.Text})
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
		if r.Local != "" {
			p.number(r.Local, r.Name, "Local, "+r.LocalWords)
			p.number(r.Number, "as the protocol prints it", "")
			continue
		}
		p.Raw("  "+p.theme.Safety.Render(Fit(r.Number, 16, p.signs))+r.Name, r.Number+" "+r.Name)
	}
}
