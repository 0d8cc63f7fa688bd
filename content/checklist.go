package content

import (
	"isspp/model"
)

// readList makes a list of domains and items of a checklist document. A domain
// is a heading with bullets below it, or a marker where the protocol prints
// the bullets without a heading of their own.
func readList(f *file, b body, r *reporter) model.List {
	list := model.List{ID: f.list, Title: f.title(), Section: f.section}
	if f.list == "" {
		r.add(f.line, "add list: risk, girls, signs or protective", "the checklist has no list id")
	}
	readOnly := false
	for i, block := range b.blocks {
		name, starts := domainName(b, i)
		if starts {
			readOnly = readOnlyDomain(b, i, r)
			list.Domains = append(list.Domains, model.Domain{ID: block.ID, Title: name})
		}
		switch {
		case block.Kind == model.Bullets && len(list.Domains) > 0:
			domain := &list.Domains[len(list.Domains)-1]
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
		case block.Kind != model.Heading:
			addGuidance(&list, block)
		}
	}
	checkDomains(list, b, r)
	return list
}

// readOnlyDomain reads whether the marker of the domain that block i starts says
// that its items are only read.
func readOnlyDomain(b body, i int, r *reporter) bool {
	for _, m := range b.marks[i] {
		if m.kind == "domain" {
			return readYes("read", m.values, m.line, r)
		}
	}
	return false
}

// domainName tells whether block i starts a domain, and what it is called: a
// marker's words, or a heading's where no deeper heading follows at once.
func domainName(b body, i int) (string, bool) {
	for _, m := range b.marks[i] {
		if m.kind == "domain" {
			return m.text, true
		}
	}
	block := b.blocks[i]
	if block.Kind != model.Heading || block.Level == 1 {
		return "", false
	}
	for next := i + 1; next < len(b.blocks); next++ {
		if b.blocks[next].Kind == model.Heading {
			return block.Plain(), b.blocks[next].Level <= block.Level
		}
		if b.blocks[next].Kind == model.Bullets {
			break
		}
	}
	return block.Plain(), true
}

// addGuidance puts what isn't an item with the domain it stands under, or with
// the list where no domain has started.
func addGuidance(list *model.List, block model.Block) {
	if n := len(list.Domains); n > 0 {
		list.Domains[n-1].Guidance = append(list.Domains[n-1].Guidance, block)
		return
	}
	list.Intro = append(list.Intro, block)
}

// checkDomains reports a list without domains and domains without items.
func checkDomains(list model.List, b body, r *reporter) {
	if len(list.Domains) == 0 {
		r.add(1, "a heading for each domain, bullets for its items", "the checklist has no domains")
	}
	lines := map[string]int{}
	for _, block := range b.blocks {
		if block.ID != "" {
			lines[block.ID] = block.Line
		}
	}
	for _, d := range list.Domains {
		if len(d.Items) == 0 {
			r.add(lines[d.ID], "write its items as bullets below it", "the domain %q has no items", d.Title)
		}
	}
}
