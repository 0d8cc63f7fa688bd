package content

import (
	"bytes"
	"testing"
	"testing/fstest"

	"isspp/model"
)

// FuzzPack puts any bytes in the place of one document. Whatever they are, the
// pack can be read, every mistake names its file and line, and no sign that
// steers a terminal gets through.
func FuzzPack(f *testing.F) {
	for name, text := range smallPack {
		f.Add(name, []byte(text))
	}
	for name, file := range editable(f) {
		f.Add(name, file.Data)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if smallPack[name] == "" {
			name = "help.md"
		}
		docs := fstest.MapFS{}
		for other, text := range smallPack {
			docs[other] = &fstest.MapFile{Data: []byte(text)}
		}
		docs[name].Data = data
		p := Open(docs)
		for _, m := range p.Mistakes() {
			if docs[m.File] == nil && m.File != "pack.md" || m.Line < 1 || m.Text == "" {
				t.Errorf("a mistake without its place: %+v", m)
			}
		}
		for _, d := range p.Documents() {
			checkPlain(t, d.Title)
			checkBlocks(t, d.Blocks)
		}
	})
}

func checkBlocks(t *testing.T, blocks []model.Block) {
	for _, b := range blocks {
		checkPlain(t, b.Plain())
		if b.Line < 1 {
			t.Errorf("a block without a line: %+v", b)
		}
		for _, item := range b.Items {
			checkPlain(t, model.PlainText(item.Spans))
			checkBlocks(t, item.Below)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				checkPlain(t, cellText(cell))
			}
		}
	}
}

func checkPlain(t *testing.T, text string) {
	if wanted(text) != text {
		t.Errorf("%q carries a sign that can't be seen", text)
	}
}

// FuzzLocal reads any bytes as a Local file, and writes an entry into it. What
// can't be read has a message with a place, nothing that steers a terminal gets
// through, and what was there stays to the byte.
func FuzzLocal(f *testing.F) {
	f.Add([]byte(septemberLocal))
	f.Add(StarterLocal())
	f.Add([]byte("## Rota\r\r### Arts Xchange\r\n- Officer:\n\r- Days: x\n<!--\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		l, mistakes := ReadLocal("local.md", text)
		placed(t, "fuzz", text, mistakes)
		for _, e := range l.Entries {
			checkPlain(t, e.Name+e.Answer()+e.Note+e.More+e.By)
			if e.Line < 1 {
				t.Errorf("an entry without a line: %+v", e)
			}
			same := e
			if out, err := PutLocal(text, e.Line, same); err == nil && !bytes.Equal(out, text) && !e.Faulty {
				t.Errorf("an entry that is the same changed the file: %q to %q", text, out)
			}
		}
		e := model.LocalEntry{
			Kind: model.LocalRota, Name: "Beacon High School", Who: "PC *New*", Checked: "2026-11-24",
			By: "A. Reed",
		}
		e.Key = model.Fold(e.Name)
		if out, err := PutLocal(text, 0, e); err == nil {
			now, _ := ReadLocal("local.md", out)
			if len(now.Entries) != len(l.Entries)+1 {
				t.Errorf("%d entries, not %d", len(now.Entries), len(l.Entries)+1)
			}
		}
	})
}
