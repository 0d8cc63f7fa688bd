// Package report holds documents that leave the app on paper or as a file: a
// Doc of headings, paragraphs, lists, tables, labelled lines, notes and boxes,
// each with its layer, and the writers that make Markdown, HTML and PDF of it.
// A closing page is made here, too, and Lay shows blocks on a screen. The writers
// are given everything that they show: they open nothing, and load nothing.
package report
