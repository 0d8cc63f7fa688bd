// Package handout makes a deck of the protocol into a document that somebody
// would be glad to print: whom to ring first, the school's own people with
// lines to fill in by hand, what the lists don't cover, and then the protocol's
// words with our notes beside them. It opens no store and no file.
package handout
