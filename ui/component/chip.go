package component

import "isspp/ui/theme"

// KeyChip is a key with its word as a button. The one that is on is filled.
func KeyChip(key, word string, on bool, t *theme.Theme) string {
	if on {
		return t.ChipOn.Render(" " + key + " " + word + " ")
	}
	return t.ChipOff.Render(" ") + t.ChipKey.Render(key) + t.ChipOff.Render(" "+word+" ")
}

// WrapChips sets drawn chips beside each other in lines of at most w cells.
func WrapChips(chips []string, w int) []string {
	var lines []string
	line := ""
	for _, c := range chips {
		if line != "" && Width(line)+Width(c)+1 > w {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += c
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
