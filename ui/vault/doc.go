// Package vault is the way into the private notes and out of them: unlocking with the
// passphrase or the recovery key, what is said of the notes that open, and the screen that
// stands in the way of a lock while the last change is saved nowhere.
package vault
