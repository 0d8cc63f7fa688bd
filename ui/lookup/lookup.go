// Package lookup holds the answers of the rota and whom to ring: each once, for
// the tab, the shell, the slides, the documents and JSON. It draws nothing and
// knows nothing of private notes.
package lookup
