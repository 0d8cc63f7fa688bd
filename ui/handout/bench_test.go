package handout

import (
	"io"
	"testing"

	"isspp/model"
	"isspp/ui/document"
)

// The whole protocol as a handout, from the loaded pack to the last byte.
func BenchmarkWhole(b *testing.B) {
	deck, _ := model.FindDeck(model.WholeDeck)
	s := plainSource()
	for _, f := range document.Formats() {
		b.Run(string(f), func(b *testing.B) {
			for b.Loop() {
				if err := Build(s, deck).Write(io.Discard, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
