package pdf

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Write writes the finished document.
func (f *File) Write(w io.Writer) error {
	var o objects
	root, info := o.reserve(), o.reserve()
	pages, tree := o.reserve(), o.reserve()
	pageIDs := make([]int, len(f.pages))
	for i := range f.pages {
		pageIDs[i] = o.reserve()
	}
	resources := o.add("<</Font <<%s>>>>", f.writeFonts(&o))
	parents, annotations := f.writeStructure(&o, tree, pageIDs)
	links := 0
	for i, p := range f.pages {
		links += len(p.links)
		content := o.stream("", p.content())
		o.put(pageIDs[i], "<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Resources %d 0 R /Contents %d 0 R "+
			"/StructParents %d /Tabs /S%s>>",
			pages, number(f.info.Width), number(f.info.Height), resources, content, i, refs(" /Annots", annotations[i]))
	}
	o.put(pages, "<</Type /Pages /Count %d%s>>", len(f.pages), refs(" /Kids", pageIDs))
	o.put(tree, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d%s>>", f.root.id, parents,
		len(f.pages)+links, f.notesByID(&o))
	outline := f.writeOutline(&o, pageIDs)
	meta := o.plainStream("/Type /Metadata /Subtype /XML", f.metadata())
	o.put(root, "<</Type /Catalog /Pages %d 0 R /StructTreeRoot %d 0 R /MarkInfo <</Marked true>> /Lang %s "+
		"/ViewerPreferences <</DisplayDocTitle true>> /Metadata %d 0 R%s>>",
		pages, tree, text(f.info.Lang), meta, outline)
	made := ""
	if !f.info.Made.IsZero() {
		made = " /CreationDate (" + pdfTime(f.info.Made) + ")"
	}
	o.put(info, "<</Title %s /Subject %s /Producer (isspp)%s>>", text(f.info.Title), text(f.info.Subject), made)
	_, err := w.Write(o.bytes(root, info))
	return err
}

func refs(key string, ids []int) string {
	if len(ids) == 0 {
		return ""
	}
	return key + " [" + joined(ids) + "]"
}

func joined(ids []int) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = fmt.Sprintf("%d 0 R", id)
	}
	return strings.Join(parts, " ")
}

func pdfTime(t time.Time) string { return "D:" + t.UTC().Format("20060102150405") + "Z" }

// writeFonts embeds what is used of each face, and names the faces for the pages.
func (f *File) writeFonts(o *objects) string {
	var names strings.Builder
	for face, c := range f.chars {
		if c == nil {
			continue
		}
		name := fmt.Sprintf("ISSPP%c+%s", 'A'+rune(face), fontNames[face])
		font := c.font.subset(c.used)
		file := o.stream(fmt.Sprintf("/Length1 %d", len(font)), font)
		flags, slant, stem := 32, 0, 80
		if Face(face) == Italic || Face(face) == BoldItalic {
			flags, slant = 32|64, -12
		}
		if Face(face) == Bold || Face(face) == BoldItalic {
			stem = 140
		}
		box := c.font.box
		descriptor := o.add("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %d "+
			"/Ascent %d /Descent %d /CapHeight 700 /StemV %d /FontFile2 %d 0 R>>",
			name, flags, c.font.scaled(box[0]), c.font.scaled(box[1]), c.font.scaled(box[2]), c.font.scaled(box[3]),
			slant, c.font.scaled(c.font.ascent), c.font.scaled(c.font.descent), stem, file)
		glyphs := o.stream("", c.glyphMap())
		cid := o.add("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) "+
			"/Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R /DW 600 /W %s /CIDToGIDMap %d 0 R>>",
			name, descriptor, c.widths(), glyphs)
		unicode := o.stream("", []byte(c.toUnicode()))
		font0 := o.add("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] "+
			"/ToUnicode %d 0 R>>", name, cid, unicode)
		fmt.Fprintf(&names, "/F%d %d 0 R ", face, font0)
	}
	return names.String()
}

// metadata says the title and the language once more, where programs that know
// nothing of PDF look for it.
func (f *File) metadata() []byte {
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace
	made := ""
	if !f.info.Made.IsZero() {
		made = "<xmp:CreateDate>" + f.info.Made.UTC().Format(time.RFC3339) + "</xmp:CreateDate>"
	}
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">` +
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + escaped(f.info.Title) + `</rdf:li></rdf:Alt></dc:title>` +
		`<dc:language><rdf:Bag><rdf:li>` + escaped(f.info.Lang) + `</rdf:li></rdf:Bag></dc:language>` + made +
		`</rdf:Description></rdf:RDF></x:xmpmeta>` + "\n<?xpacket end=\"r\"?>")
}
