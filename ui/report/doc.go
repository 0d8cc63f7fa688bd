// Package report holds documents that leave the app on paper or as a file: a
// Doc of headings, paragraphs, lists, tables, labelled lines, notes and boxes,
// each with its layer, and the writers that make Markdown, HTML and PDF of it.
// The writers are given everything that they show. They open nothing, load
// nothing, and know neither the protocol nor the private notes.
package report
