package present

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// emergency is the full panel: whom to ring now. Esc goes back to what lay
// under it.
type emergency struct {
	env    *kit.Env
	under  panel
	scroll kit.Scroll
}

func (e *emergency) draw(w, h int) []string {
	lines := document.EmergencyPage(e.env, min(w-4, 84), "").Painted()
	e.scroll.Set(len(lines), h)
	from, to := e.scroll.Visible()
	return kit.Inset(lines[from:to])
}

func (e *emergency) key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "esc", "enter", "!", "q":
		return true, nil
	case "down", "j":
		e.scroll.By(1)
	case "up", "k":
		e.scroll.By(-1)
	case "pgdown", "space":
		e.scroll.By(e.scroll.Height - 1)
	case "pgup":
		e.scroll.By(1 - e.scroll.Height)
	}
	return false, nil
}

func (e *emergency) cursor() *tea.Cursor { return nil }

func (e *emergency) hints() []kit.Action {
	out := []kit.Action{kit.Hint("esc", "back to the slide")}
	if above, below := e.scroll.More(); above || below {
		out = append(out, kit.Hint("down", "more"))
	}
	return out
}
