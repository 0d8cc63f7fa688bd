package document

import "isspp/model"

// run is neighbouring blocks of one layer, whose mark is shown once, where it starts.
type run struct {
	Layer  model.Layer
	Blocks []Block
	// Open tells that it is running text. Headings, notes, boxes and new pages stand
	// alone: they are marked by themselves or need no mark.
	Open bool
	// Marked tells that it shows the mark of its layer.
	Marked bool
}

// runs divides blocks where the layer changes and at the larger headings, so
// that each section says anew whose words it has. A smaller heading within a section
// doesn't repeat it: last is the layer whose mark stands above.
func runs(blocks []Block, last model.Layer) []run {
	var list []run
	for _, b := range blocks {
		alone := b.Kind == Heading || b.Kind == Note || b.Kind == Box || b.Kind == PageBreak
		if n := len(list); !alone && n > 0 && list[n-1].Layer == b.Layer && list[n-1].Open {
			list[n-1].Blocks = append(list[n-1].Blocks, b)
			continue
		}
		if b.Kind == Heading && b.Level <= 2 {
			last = ""
		}
		marked := !alone && b.Layer != "" && b.Layer != last
		if marked {
			last = b.Layer
		}
		list = append(list, run{Layer: b.Layer, Blocks: []Block{b}, Open: !alone, Marked: marked})
	}
	return list
}

// mark is the word that stands for a layer.
func (d Doc) mark(layer model.Layer) string {
	switch layer {
	case model.LayerProtocol:
		if d.Years != "" {
			return "Protocol " + d.Years
		}
		return "Protocol"
	case model.LayerNote:
		return "Note"
	case model.LayerLocal:
		return "Local"
	}
	return ""
}

// legend says what the marks in a document mean, in the order of the layers.
// It is empty for a document without layers.
func (d Doc) legend() []Field {
	used := map[model.Layer]bool{}
	var look func([]Block)
	look = func(blocks []Block) {
		for _, b := range blocks {
			used[b.Layer] = true
			for _, f := range b.Fields {
				used[f.Layer] = true
			}
			for _, item := range b.Items {
				look(item.Below)
			}
			look(b.Blocks)
		}
	}
	look(d.Blocks)
	var fields []Field
	for _, l := range []struct {
		layer model.Layer
		means string
	}{
		{model.LayerProtocol, "the protocol's own words, unchanged"},
		{model.LayerNote, "a remark of " + d.Whose + ", with its source"},
		{model.LayerLocal, "the school's own, with the day it was checked"},
	} {
		if used[l.layer] {
			fields = append(fields, F(d.mark(l.layer), l.means))
		}
	}
	return fields
}

// levels closes gaps between the depths of headings, so that no level is left
// out on the way down, for readers who go from heading to heading.
func levels(blocks []Block) []Block {
	out := make([]Block, len(blocks))
	var open []int
	for i, b := range blocks {
		if out[i] = b; b.Kind != Heading {
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= b.Level {
			open = open[:len(open)-1]
		}
		open = append(open, b.Level)
		out[i].Level = min(len(open)+1, 6)
	}
	return out
}
