package content

import (
	"strconv"
	"strings"

	"isspp/model"
)

// serviceAttributes are what a service's heading or marker may say.
//   - ages: the printed span, and after a semicolon who is older: "12-21; to 25 with learning needs";
//   - from: the age from which isspp offers it, where no lower age or none is printed;
//   - for: for whom alone it is: "young women";
//   - staff: "yes" where it helps staff and is never offered for a child.
var serviceAttributes = []string{"ages", "from", "for", "staff", "topics", "hours", "ended", "over"}

// readDirectory makes the tiers and their services of a directory document: a
// tier is a numbered heading, a service a heading below it, or a marker where
// the protocol prints a service without a heading of its own.
func readDirectory(f *file, b body, r *reporter) model.Directory {
	var d model.Directory
	shared := ""
	for i, block := range b.blocks {
		if block.Kind == model.Heading && block.Level == 2 {
			d.Tiers = append(d.Tiers, readTier(block, r))
		}
		for _, m := range b.marks[i] {
			switch m.kind {
			case "service":
				s := readService(b, i, m.text, m.attributes, m.line, r)
				s.Within = shared
				addService(&d, s, r)
			case "contact":
				d.Bulletin = readContact(b, i, m, r)
			}
		}
		if block.Kind != model.Heading {
			continue
		}
		shared = ""
		switch {
		case block.Level > 3:
			r.add(block.Line, "a service has three #; words within one are **strong**",
				"a heading this deep starts no service, and the text below it belongs to none")
		case block.Level != 3:
		case b.marked(i+1, "service"): // they divide the text below it
			shared = block.Plain()
		default:
			addService(&d, readService(b, i, block.Plain(), attributes{values: block.Attrs}, block.Line, r), r)
		}
	}
	checkTiers(f, d, r)
	return d
}

// readTier reads a tier's number and title: "2. Specialist services and support".
func readTier(block model.Block, r *reporter) model.Tier {
	number, title, _ := strings.Cut(block.Plain(), ".")
	n, err := strconv.Atoi(number)
	if err != nil {
		r.add(block.Line, "## 1. Early help", "the tier %q has no number", block.Plain())
		title = block.Plain()
	}
	return model.Tier{Number: n, Title: strings.TrimSpace(title)}
}

// addService puts a service into the tier that is being read.
func addService(d *model.Directory, s model.Service, r *reporter) {
	if len(d.Tiers) == 0 {
		r.add(s.Line, "write the tier's heading above it", "the service %q is outside the tiers", s.Name)
		return
	}
	tier := &d.Tiers[len(d.Tiers)-1]
	s.Tier = tier.Number
	tier.Services = append(tier.Services, s)
}

// readService reads the service that starts at block i.
func readService(b body, i int, name string, a attributes, line int, r *reporter) model.Service {
	a.allow(serviceAttributes, line, r)
	s := model.Service{ID: b.blocks[i].ID, Name: name, Line: line}
	if b.blocks[i].Kind == model.Heading {
		s.Text = entryText(b, i)[1:]
	} else {
		s.Text = entryText(b, i)
	}
	s.Contacts = findContacts(s.Text)
	s.Ages = readAges(a.values["ages"], line, r)
	s.Ages.Youngest = readYoungest(a.values["from"], s.Ages, line, r)
	s.For = a.values["for"]
	s.ForStaff = readYes("staff", a.values, line, r)
	s.Hours = readHours(a.values["hours"], line, r)
	s.Ended = readDate(a.values["ended"], line, r)
	s.Over = a.values["over"]
	s.Topics = commaList(a.values["topics"])
	if len(s.Text) == 0 {
		r.add(line, "write what it offers below its heading", "the service %q has no text", name)
	}
	return s
}

// checkTiers reports a directory without tiers and tiers without services.
func checkTiers(f *file, d model.Directory, r *reporter) {
	if len(d.Tiers) == 0 {
		r.add(f.line, "## 1. Name of the tier, ### Name of the service", "the directory has no tiers")
	}
	for _, t := range d.Tiers {
		if len(t.Services) == 0 {
			r.add(f.line, "### Name of the service", "the tier %q has no services", t.Title)
		}
	}
}
