package document

import "isspp/model"

// Slide is one page of a presentation.
type Slide struct {
	Title string
	// Blocks are what is shown. The first Given points of them are there from the
	// start, and the others are revealed one at a time where that can be done: a
	// paragraph, a note and an entry of a list are a point each.
	Blocks []Block
	Given  int
	// Source says whose words the slide shows, and where they stand.
	Source string
	// Notes are for the speaker.
	Notes []Block
}

// lowered has the headings of blocks below a slide's title.
func lowered(blocks []Block) []Block {
	blocks = levels(blocks)
	for i := range blocks {
		if blocks[i].Kind == Heading {
			blocks[i].Level++
		}
	}
	return blocks
}

// cleanSlides makes every text of slides safe to show.
func cleanSlides(slides []Slide) []Slide {
	out := make([]Slide, len(slides))
	for i, s := range slides {
		s.Title, s.Source = model.CleanLine(s.Title), model.CleanLine(s.Source)
		s.Blocks, s.Notes = lowered(cleanBlocks(s.Blocks)), lowered(cleanBlocks(s.Notes))
		out[i] = s
	}
	return out
}
