package handout

import (
	"math/rand/v2"
	"slices"
	"strings"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
)

// The practice decks, which the protocol doesn't have.
const (
	Cases  = "cases"
	Recall = "recall"
)

// Practice reports whether a deck is one of them.
func Practice(id string) bool { return id == Cases || id == Recall }

// RecallRound is how many questions a round of recall has.
const RecallRound = 12

// Question is a point of a list, for the room to say which domain has it.
type Question struct {
	List    model.List
	Item    model.Item
	Domains []string
	// Answers are the domains that have it, with the list's name where another list
	// has it too.
	Answers []Answer
}

// Answer is a domain that has a question's point.
type Answer struct{ ID, Text string }

// Questions draws points from every list of more than one domain, in an order that
// the seed gives. Where two domains have a point, both are right.
func Questions(p *content.Pack, seed int64, n int) []Question {
	var all []Question
	for _, l := range p.Lists() {
		q := Question{List: l}
		for _, d := range l.Domains {
			q.Domains = append(q.Domains, d.Title)
		}
		for _, d := range l.Domains {
			for _, item := range d.Items {
				if q.Item = item; len(l.Domains) > 1 {
					all = append(all, q)
				}
			}
		}
	}
	order := rand.New(rand.NewPCG(uint64(seed), 1)) //nolint:gosec // an order of questions, no secret
	order.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = all[:min(n, len(all))]
	for i := range all {
		all[i].Answers = answers(p, all[i])
	}
	return all
}

func answers(p *content.Pack, q Question) []Answer {
	var out []Answer
	for _, l := range p.Lists() {
		for _, d := range l.Domains {
			same := func(i model.Item) bool { return model.Fold(i.Text) == model.Fold(q.Item.Text) }
			if !slices.ContainsFunc(d.Items, same) {
				continue
			}
			a := Answer{ID: d.ID, Text: d.Title}
			if l.ID != q.List.ID {
				a.Text = l.BareTitle() + ": " + d.Title
			}
			out = append(out, a)
		}
	}
	return out
}

// cases adds each case on a page of its own: its story, its questions, and what it
// tells on the way.
func (b *builder) cases(withAnswers bool) {
	for i, c := range b.Pack.Cases() {
		if i > 0 {
			b.add(document.Block{Kind: document.PageBreak})
		}
		made := "A made-up case, for training. Written or checked on " + model.DateInWords(c.Dated) + "."
		b.add(document.H(2, c.Title), document.P(made))
		for _, text := range c.Story {
			b.add(document.P(text))
		}
		for _, step := range c.Steps {
			b.add(document.H(3, step.Title))
			b.step(step, withAnswers)
		}
		if withAnswers {
			b.spoken(c)
		}
	}
	for i := range b.blocks {
		if k := b.blocks[i].Kind; k == document.Paragraph || k == document.Bullets && b.blocks[i].Layer == "" {
			b.blocks[i].Layer = model.LayerNote
		}
	}
}

// spoken is where the protocol speaks of what a case touches.
func (b *builder) spoken(c model.Case) {
	found := document.Block{Kind: document.Bullets, Layer: model.LayerProtocol}
	for _, l := range b.Pack.Lists() {
		for _, d := range l.Domains {
			for _, item := range d.Items {
				if slices.Contains(c.About, item.ID) {
					text := item.Text + " (" + l.BareTitle() + ": " + d.Title + ")"
					found.Items = append(found.Items, document.Item{Spans: document.Plainly(text)})
				}
			}
		}
	}
	if len(found.Items) > 0 {
		b.add(document.H(3, "In the protocol"), found)
	}
}

// step adds what a step tells, and what may be answered to it or room for that.
func (b *builder) step(step model.CaseStep, withAnswers bool) {
	var entries []string
	for _, part := range step.Parts {
		if part.Entry {
			entries = append(entries, part.Text)
		} else {
			b.add(document.P(part.Text))
		}
	}
	switch {
	case len(entries) == 0:
	case withAnswers:
		b.add(document.List(entries...))
	default:
		room := document.Block{Kind: document.Fields}
		for range entries {
			room.Fields = append(room.Fields, document.Field{Blank: true, Wide: true})
		}
		b.add(room)
	}
}

// recall adds the questions as a table: the point, the domains to choose from, and
// the protocol's answer or room for one's own.
func (b *builder) recall(questions []Question, withAnswers bool) {
	if len(questions) == 0 {
		return
	}
	head := "Your answer"
	if withAnswers {
		head = "The protocol's answer"
	}
	table := document.Rows([]string{"Which domain?", "List", head})
	table.Layer, table.Widths = model.LayerProtocol, []float64{3, 4, 3}
	for _, q := range questions {
		var answers []string
		for _, a := range q.Answers {
			if withAnswers {
				answers = append(answers, a.Text)
			}
		}
		table.Rows = append(table.Rows, document.Cells(q.Item.Text,
			q.List.BareTitle()+": "+strings.Join(q.Domains, "; "), strings.Join(answers, "\n")))
	}
	const ask = "Which domain of its list is each point in? Where two have it, both are right. No marks are kept."
	b.add(document.P(ask), table)
}
