package present

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/handout"
)

// The names of the decks that aren't called by a list's id. Those that are also
// handed out are named in the model.
const (
	Rota      = "rota"
	Plan      = "plan"
	Directory = "directory"
	Cases     = handout.Cases
	Recall    = handout.Recall
	Whole     = model.WholeDeck
)

// Choice is a deck that the loaded pack has.
type Choice struct{ Name, Title, About string }

// kinds are the decks that aren't made of a list: whether a pack has one, and its
// slides. Within a full session recall is short and the directory has its tiers alone.
var kinds = map[string]struct {
	there  func(p *content.Pack) bool
	slides func(b *builder, within bool) []Slide
	// last puts it behind what is learnt, in a full session: it is what there is to turn to.
	last bool
}{
	Rota: {
		func(p *content.Pack) bool { return len(p.Rota().Settings) > 0 },
		func(b *builder, _ bool) []Slide { return b.rota() }, true,
	},
	Plan: {
		func(p *content.Pack) bool { return len(p.Plan().Rows) > 0 },
		func(b *builder, _ bool) []Slide { return b.plan() }, true,
	},
	Directory: {
		func(p *content.Pack) bool { return len(p.Directory().Tiers) > 0 },
		func(b *builder, within bool) []Slide { return b.directory(!within) }, true,
	},
	Cases: {
		func(p *content.Pack) bool { return len(p.Cases()) > 0 },
		func(b *builder, _ bool) []Slide { return b.cases() }, false,
	},
	Recall: {func(p *content.Pack) bool { return len(handout.Questions(p, 0, 1)) > 0 }, (*builder).recall, false},
}

// Choices are the decks that a pack has: one without a plan has no plan deck. A full
// session comes last, whatever it is made of.
func Choices(p *content.Pack) []Choice {
	var out []Choice
	add := func(name, title, about string) {
		kind, made := kinds[name]
		_, list := p.List(name)
		if (list || made && kind.there(p) || name == Whole) &&
			!slices.ContainsFunc(out, func(c Choice) bool { return c.Name == name }) {
			out = append(out, Choice{name, title, about})
		}
	}
	for _, d := range model.Decks() {
		if d.ID != Whole {
			add(d.ID, d.Title, d.About)
		}
	}
	for _, l := range p.Lists() {
		add(l.ID, l.BareTitle(), "domain by domain")
	}
	add(Cases, "Practice: cases", "made up; what to ask next")
	add(Recall, "Practice: recall", "which domain is it?")
	add(Whole, "A full session", "all of it, with a caution")
	return out
}

// part is the slides of a deck that isn't made of others.
func (b *builder) part(name string, within bool) []Slide {
	if kind, ok := kinds[name]; ok {
		return kind.slides(b, within)
	}
	l, _ := b.pack.List(name)
	return b.list(l)
}

// Names are the names of the decks of a pack.
func Names(p *content.Pack) []string {
	var out []string
	for _, c := range Choices(p) {
		out = append(out, c.Name)
	}
	return out
}

// Build makes a deck of a pack and of the school's own layer, nil for none. seed
// puts the recall round in an order: the same seed gives the same one. ok is false
// where the pack lacks a part of it.
func Build(p *content.Pack, local *model.Local, name string, seed int64, now time.Time) (d Deck, ok bool) {
	spec := parseSpec(name)
	b := builder{pack: p, local: local, seed: seed, now: now}
	d.Name = name
	var titles []string
	for _, part := range spec.Parts {
		c, there := choice(p, part)
		if !there {
			return d, false
		}
		titles = append(titles, c.Title)
		if !spec.Whole {
			d.Slides = append(d.Slides, b.part(part, false)...)
		}
	}
	d.Title = strings.Join(titles, ", ")
	if spec.Whole {
		c, _ := choice(p, Whole)
		if d.Title = c.Title; len(spec.Parts) == 0 {
			spec.Parts = parts(p)
		}
		d.Slides = b.whole(spec.Parts)
	}
	for i := range d.Slides {
		d.Slides[i].clean()
	}
	d.distinguish()
	from, to := max(spec.From, 1)-1, len(d.Slides)
	if spec.To > 0 {
		to = min(spec.To, to)
	}
	d.Slides = d.Slides[min(from, max(to-1, 0)):to]
	return d, len(titles) > 0 || spec.Whole
}

func choice(p *content.Pack, name string) (Choice, bool) {
	all := Choices(p)
	i := slices.IndexFunc(all, func(c Choice) bool { return c.Name == name })
	if i < 0 {
		return Choice{}, false
	}
	return all[i], true
}

// parts are what a full session is made of where nobody has chosen: the lists,
// practice, and then what there is to turn to.
func parts(p *content.Pack) []string {
	var learnt, last []string
	for _, name := range Names(p) {
		switch {
		case name == Whole:
		case kinds[name].last:
			last = append(last, name)
		default:
			learnt = append(learnt, name)
		}
	}
	return append(learnt, last...)
}

type builder struct {
	pack  *content.Pack
	local *model.Local
	seed  int64
	now   time.Time
	// said are the notes that a full session has shown.
	said map[string]bool
}

// source says where a kind of document stands: "section 5".
func (b *builder) source(kind, title string) string {
	for _, s := range b.pack.Contents() {
		if s.Kind == kind && (title == "" || s.Title == title) {
			if s.Section == "" {
				return s.Title
			}
			return "section " + s.Section
		}
	}
	return ""
}

// mostNotes is how many notes a slide has: more can't be read from the back.
const mostNotes = 3

// notes show the pack's notes to the room, a few on a slide, each marked and with
// its source. In a full session a note is shown once.
func (b *builder) notes(id, part, title string, notes []model.Note) []Slide {
	var points []Point
	for _, n := range notes {
		if b.said[n.ID] {
			continue
		}
		if b.said != nil {
			b.said[n.ID] = true
		}
		points = append(points, notePoint(n))
	}
	var out []Slide
	for some := range slices.Chunk(points, mostNotes) {
		s := Slide{
			ID: id, Part: part, Title: title, Layer: model.LayerNote, Source: b.pack.Whose() + " notes on it",
			Items: some,
		}
		if len(out) > 0 {
			s.ID += "/" + itoa(len(out)+1)
		}
		out = append(out, s)
	}
	return out
}

// notePoints are the pack's notes about ids.
func (b *builder) notePoints(ids ...string) (out []Point) {
	for _, n := range b.pack.NotesAbout(ids...) {
		out = append(out, notePoint(n))
	}
	return out
}

func notePoint(n model.Note) Point {
	return Point{ID: n.ID, Text: n.Text, Layer: model.LayerNote, Detail: []string{document.NoteOf(n).Source}}
}

// clean takes out of a slide what no terminal should be sent: a pack's words
// are not ours. Whose words they are is the protocol's where nobody says otherwise.
func (s *Slide) clean() {
	line := model.CleanLine
	s.Layer = cmp.Or(s.Layer, model.LayerProtocol)
	s.Title, s.Head, s.Part, s.Source = line(s.Title), line(s.Head), line(s.Part), line(s.Source)
	for i := range s.Items {
		p := &s.Items[i]
		if clean := line(p.Text); clean != p.Text {
			p.Text, p.Spans = clean, nil
		}
		p.Group = line(p.Group)
		for j := range p.Detail {
			p.Detail[j] = line(p.Detail[j])
		}
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

// whole is a full session: the opening with danger first, what the lists are for
// and what they can't say, the parts in their order, and the closing.
func (b *builder) whole(parts []string) []Slide {
	b.said = map[string]bool{}
	out := []Slide{b.opening(parts), b.layersSlide(), b.routes("whole/danger", "Before everything else", "Danger now")}
	out = append(out, b.routeNotes("whole/danger/notes", "Before everything else")...)
	out = append(out, b.notes("whole/scope", "Opening", "What this is for", b.pack.NotesAbout("screen/gate"))...)
	if slices.ContainsFunc(parts, func(name string) bool { _, list := b.pack.List(name); return list }) {
		out = append(out, b.caution()...)
	}
	for _, name := range parts {
		out = append(out, b.part(name, true)...)
	}
	return append(out, b.closing())
}

// opening is the title slide, with what the session is made of.
func (b *builder) opening(parts []string) Slide {
	ed := b.pack.Edition()
	title := strings.TrimSpace(strings.TrimSuffix(ed.Title, "("+ed.Short+")"))
	s := Slide{ID: "whole/opening", Part: ed.Place + " " + ed.Years, Title: title}
	for _, name := range parts {
		c, _ := choice(b.pack, name)
		s.Items = append(s.Items, Point{Text: c.Title})
	}
	s.Given = len(s.Items)
	if d, ok := b.pack.Document("introduction"); ok {
		s.Guidance = document.WithoutHeadings(d.Blocks)
	}
	s.Notes, s.Prompts = b.pack.NotesAbout("introduction"), b.pack.PromptsAbout("introduction")
	return s
}

// layersSlide says how to tell whose words a slide shows.
func (b *builder) layersSlide() Slide {
	return Slide{
		ID: "whole/layers", Part: "Opening", Title: "Who says what", Source: "isspp", Layer: model.LayerNote,
		Items: []Point{
			{Text: "Unlabelled text is the protocol's own, as printed."},
			{Text: "Beside it, " + b.pack.Whose() + " remark, with its day and its source.", Layer: model.LayerNote},
			{Text: "Your school's own, with the day it was checked and by whom.", Layer: model.LayerLocal},
		},
	}
}

// caution is what the lists can't say: the protocol's own words first, then ours.
func (b *builder) caution() []Slide {
	s := Slide{
		ID: "whole/caution", Part: "Before you use the lists", Title: "Caution",
		Source: b.source("checklist", ""),
	}
	if l, ok := b.pack.List("signs"); ok {
		for _, block := range l.Intro {
			s.Items = append(s.Items, blockPoints(block)...)
		}
	}
	var out []Slide
	if len(s.Items) > 0 {
		out = append(out, s)
	}
	return append(out, b.notes("whole/caution/notes", s.Part, "Notes: caution", b.pack.NotesAbout("screen/closing"))...)
}

// closing sends the room out with the numbers.
func (b *builder) closing() Slide {
	s := b.routes("whole/closing", "Closing", "Whom to ring")
	s.Given = len(s.Items)
	s.Prompts = append(s.Prompts, b.pack.PromptsAbout("rota", "directory")...)
	return s
}
