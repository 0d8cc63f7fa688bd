// Package document holds what is read, on a screen, in a shell, on paper or in a
// file: a Doc of headings, paragraphs, lists, tables, labelled lines, notes and
// boxes, each with its layer; the writers that make a page of the terminal,
// Markdown, HTML and PDF of it; and the documents themselves, such as a closing
// page or a chronology. Text is cleaned here of whatever could act on a terminal.
// The writers are given everything that they show: they open nothing, and load
// nothing.
package document
