// Package component is what the views share: the theme and the signs, keys and what
// they do, lists, text fields, panes and the page that renders the protocol's
// Markdown. It draws; it never reads a file and never touches the notes.
package component
