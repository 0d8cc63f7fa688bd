// Linked is the smallest program that prints a frame and links what isspp draws with.
package main

import (
	"os"
	"strings"

	_ "charm.land/bubbletea/v2"
	_ "charm.land/glamour/v2"
	_ "charm.land/lipgloss/v2"
)

func main() {
	_, _ = os.Stdout.WriteString(strings.Repeat("a frame of a small program\r\n", 22) + "ready")
}
