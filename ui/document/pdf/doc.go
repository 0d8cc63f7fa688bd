// Package pdf writes tagged PDF 1.7: A4 pages of text, rules and boxes with
// embedded fonts, a structure tree that a screen reader can follow, bookmarks,
// links, a language and a title. It draws where it is told; what stands where
// is for its caller to say.
//
// Places are in points from the page's top left corner. Text is placed by its
// baseline.
package pdf
