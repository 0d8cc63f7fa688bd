// Package store keeps private notes in one sealed bbolt file.
//
// Create sets notes up, Unlock opens them by passphrase or recovery key, and
// every save is one flushed transaction. Look says what can be said without a
// secret. Backup makes one proven copy a day beside the notes, and Restore puts
// one back.
//
// What is protected: texts, references, names, dates and kinds of record are
// sealed, and no record can be changed, moved or put back singly without its
// being noticed. The anchor, kept in another folder, notices an older file in
// the place of a newer.
//
// What is not: how many records there are, their rounded sizes and the times
// of writing can be seen from the file. Somebody who owns both the file and
// the anchor can put older ones of both back. Nothing here helps against a
// program that reads the keyboard, or against a copy of the memory while the
// notes are unlocked. A weak passphrase can be guessed from a copied file.
// Discarded records stay, sealed, in the file's free pages and in backups from
// before; so do the key slots of a former passphrase.
package store
