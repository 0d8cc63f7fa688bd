package component

import "isspp/ui/theme"

// What views draw with, by the names they use.
type (
	// Theme is the styles.
	Theme = theme.Theme
	// Style paints a run of text.
	Style = theme.Style
	// Signs are the glyphs.
	Signs = theme.Glyphs
)
