package model

// Way puts lists into the order in which a walkthrough goes through them: the
// signs, the risk factors, the girls' section, the protective factors. Lists of
// another pack follow in its own order.
func Way(lists []List) []List {
	out := make([]List, 0, len(lists))
	known := [...]string{"signs", "risk", "girls", "protective"}
	for _, id := range known {
		for _, l := range lists {
			if l.ID == id {
				out = append(out, l)
			}
		}
	}
	for _, l := range lists {
		other := true
		for _, id := range known {
			other = other && l.ID != id
		}
		if other {
			out = append(out, l)
		}
	}
	return out
}
