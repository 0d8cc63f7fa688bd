// Package app is the root of the screen: the one Bubble Tea model, with the
// tabs, the header, the safety line that stands on every screen, the emergency
// panel, help, the command palette and the errors' line. The views below it are
// plain structs; it routes keys to them and carries out their commands.
package app
