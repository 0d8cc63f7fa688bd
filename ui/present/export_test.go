package present

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	"isspp/content"
	"isspp/content/packtest"
	"isspp/ui/document"
	"isspp/ui/handout"
)

func exported(t *testing.T, pack *content.Pack, name string) document.Doc {
	t.Helper()
	doc, ok := Slides(handout.Source{Pack: pack, Now: when}, name, 7)
	if !ok {
		t.Fatalf("no slides of %s", name)
	}
	return doc
}

func written(t *testing.T, doc document.Doc, f document.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := doc.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A trainer takes a deck to a projector's computer: every word of every slide and
// of the speaker's notes is in the one file.
func TestExportedSlidesHaveEveryWord(t *testing.T) {
	tag := regexp.MustCompile(`<[^>]*>`)
	for _, pack := range []*content.Pack{content.Embedded(), packtest.Brackwater(t)} {
		for _, name := range Names(pack) {
			page := written(t, exported(t, pack, name), document.HTML)
			text := strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(page, ""))), "")
			d, _ := Build(pack, nil, name, 7, when)
			for _, s := range d.Slides {
				want := []string{s.Title}
				for _, p := range s.Items {
					want = append(append(want, p.Text, p.Group), p.Detail...)
				}
				for _, n := range s.Prompts {
					want = append(want, n.Text)
				}
				for _, w := range want {
					if !strings.Contains(text, strings.Join(strings.Fields(w), "")) {
						t.Errorf("%s: the slides of %s lack %q", s.ID, name, w)
					}
				}
			}
		}
	}
}

func TestExportedSlidesLoadNothing(t *testing.T) {
	page := written(t, exported(t, content.Embedded(), "whole"), document.HTML)
	for _, bad := range []string{" src=", "url(", "@import", "<link", "<iframe", "fetch(", "onclick"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	script := page[strings.Index(page, "<script>")+len("<script>") : strings.Index(page, "</script>")]
	sum := sha256.Sum256([]byte(script))
	if want := "script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'"; !strings.Contains(html.UnescapeString(page), want) {
		t.Errorf("the page's policy doesn't name its script: %s", want)
	}
}
