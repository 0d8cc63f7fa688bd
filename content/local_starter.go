package content

import _ "embed"

//go:embed starter/local.md
var starterLocal []byte

// StarterLocal is a Local file with every slot empty and an example of each
// kind of entry in a remark.
func StarterLocal() []byte { return starterLocal }
