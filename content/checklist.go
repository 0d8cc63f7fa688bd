package content

import (
	"slices"

	"isspp/model"
)

// Lists are the checklists: in Islington's the risk factors, the girls'
// section, the signs and the protective factors, in this order.
func (p *Pack) Lists() []model.List { return readEach(p, &p.lists, "checklist", readList) }

// List finds a checklist by its id: "risk", "girls", "signs", "protective".
func (p *Pack) List(id string) (model.List, bool) {
	lists := p.Lists()
	if i := slices.IndexFunc(lists, func(l model.List) bool { return l.ID == id }); i >= 0 {
		return lists[i], true
	}
	return model.List{}, false
}

// readList makes a list of domains and items of a checklist document. A domain is a heading with bullets below
// it, or a marker where the protocol prints the bullets without a heading of their own. What isn't an item is
// the guidance of the domain that it stands under, or the list's own.
func readList(f *file, b body, r *reporter) model.List {
	list := model.List{ID: f.list, Title: f.title(), Section: f.section}
	if f.list == "" {
		r.add(f.line, "add list: risk, girls, signs or protective", "the checklist has no list id")
	}
	var domain *model.Domain
	var lines []int
	readOnly := false
	for i, block := range b.blocks {
		if name, starts := domainName(b, i); starts {
			m, _ := b.mark(i, "domain")
			readOnly = readYes("read", m.values, m.line, r)
			list.Domains = append(list.Domains, model.Domain{ID: block.ID, Title: name})
			lines = append(lines, block.Line)
			domain = &list.Domains[len(list.Domains)-1]
		}
		switch {
		case block.Kind == model.Bullets && domain != nil:
			for _, item := range block.Items {
				domain.Items = append(domain.Items, model.Item{
					ID: item.ID, Text: model.PlainText(item.Spans), ReadOnly: readOnly, Line: item.Line,
				})
				for _, below := range item.Below {
					if len(below.Items) > 0 {
						r.add(below.Items[0].Line, "start it at the line's beginning, as the item above",
							"a bullet below an item is no item of its own")
					}
				}
			}
		case block.Kind == model.Heading:
		case domain != nil:
			domain.Guidance = append(domain.Guidance, block)
		default:
			list.Intro = append(list.Intro, block)
		}
	}
	if domain == nil {
		r.add(1, "a heading for each domain, bullets for its items", "the checklist has no domains")
	}
	for i, d := range list.Domains {
		if len(d.Items) == 0 {
			r.add(lines[i], "write its items as bullets below it", "the domain %q has no items", d.Title)
		}
	}
	return list
}

// domainName reports whether block i starts a domain, and what it is called: a
// marker's words, or a heading's where no deeper heading follows at once.
func domainName(b body, i int) (string, bool) {
	if m, ok := b.mark(i, "domain"); ok {
		return m.text, true
	}
	block := b.blocks[i]
	if block.Kind != model.Heading || block.Level == 1 {
		return "", false
	}
	for _, next := range b.blocks[i+1:] {
		switch next.Kind {
		case model.Heading:
			return block.Plain(), next.Level <= block.Level
		case model.Bullets:
			return block.Plain(), true
		}
	}
	return block.Plain(), true
}
