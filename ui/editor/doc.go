// Package editor opens a document in the person's own editor, at a line where
// the editor can be told one.
package editor
