// Package content holds the protocol as Markdown documents, embedded, and the
// one parser that reads them. The documents are the only copy of the
// protocol's sentences: people read them in the Protocol tab, and the parser
// makes the rota, the checklists, the directory and the plan of them.
//
// A pack is a folder of such documents. Another borough's, or another year's,
// is read in the same way; nothing of Islington stands in the code.
package content

import (
	"embed"
	"io/fs"
	"sync"
)

//go:embed islington/*.md
var islington embed.FS

// embedded is the built-in pack, made when it is first asked for.
var embedded = sync.OnceValue(func() *Pack {
	docs, err := fs.Sub(islington, "islington")
	if err != nil {
		// The folder's name is a constant of this file; fs.Sub refuses only malformed names.
		panic(err)
	}
	return Open(docs)
})

// Embedded is the edition that is built in.
func Embedded() *Pack { return embedded() }
