package component

// EditMsg asks the process that the app runs in to open the document of an
// entry in the person's editor.
type EditMsg struct{ ID string }
