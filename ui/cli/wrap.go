package cli

import (
	"cmp"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"isspp/ui/theme"
)

// cells is how many columns a text takes on a terminal.
func cells(text string) int { return displaywidth.String(text) }

// word is what a line isn't broken within: pieces of one or more styles.
type word struct {
	pieces  []run
	spaces  int
	newline bool
}

// words splits runs at spaces. A style that changes inside a word doesn't
// split it: "**ISSPP**s" stays together.
func (p *page) words(runs []run) []word {
	var words []word
	open, spaces := false, 0
	for _, r := range runs {
		rest := p.spell(r.text)
		for rest != "" {
			switch end := strings.IndexAny(rest, " \n"); {
			case end == 0 && rest[0] == '\n':
				words, open, spaces, rest = append(words, word{newline: true}), false, 0, rest[1:]
			case end == 0:
				open, spaces, rest = false, 1, rest[1:]
			default:
				if end < 0 {
					end = len(rest)
				}
				if !open {
					words = append(words, word{spaces: spaces})
					open, spaces = true, 0
				}
				w := &words[len(words)-1]
				w.pieces = append(w.pieces, run{rest[:end], r.style})
				rest = rest[end:]
			}
		}
	}
	return words
}

// piecesCells is the width of a word's pieces.
func piecesCells(pieces []run) int {
	size := 0
	for _, piece := range pieces {
		size += cells(piece.text)
	}
	return size
}

// breakWord cuts a word that is longer than a line, an address say, after as
// many whole characters as fit. At least one is taken.
func breakWord(pieces []run, width int) (head, tail []run) {
	left := width
	for i, piece := range pieces {
		if size := cells(piece.text); size <= left {
			head, left = append(head, piece), left-size
			continue
		}
		cut := 0
		for g := displaywidth.StringGraphemes(piece.text); g.Next(); {
			size := g.Width()
			if size > left && (cut > 0 || len(head) > 0) {
				break
			}
			cut, left = cut+len(g.Value()), left-size
		}
		if cut > 0 {
			head = append(head, run{piece.text[:cut], piece.style})
		}
		if cut < len(piece.text) {
			tail = append(tail, run{piece.text[cut:], piece.style})
		}
		return head, append(tail, pieces[i+1:]...)
	}
	return head, nil
}

// plainSigns writes text in ASCII. Where nothing is lined up yet, a sign may be
// longer than what it stands for.
func plainSigns(text string) string {
	return theme.Plain(strings.NewReplacer("…", "...", "·", "|", "•", "-", "£", "GBP ").Replace(text))
}

// asciiLocale reports whether the locale has ASCII alone: C, POSIX, or one that names
// a character set other than UTF-8. No locale at all says nothing.
func asciiLocale(getenv func(string) string) bool {
	locale := strings.ToLower(cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")))
	_, set, named := strings.Cut(locale, ".")
	set, _, _ = strings.Cut(set, "@")
	return locale == "c" || locale == "posix" || named && set != "utf-8" && set != "utf8"
}

// plain is plainSigns where --ascii asks for it.
func (s *Session) plain(text string) string {
	if s.ASCII {
		return plainSigns(text)
	}
	return text
}
