// Package store keeps private notes in one sealed bbolt file.
package store
