/** How many notices are unread, as the head shows it: `3`, `99+`; null for none. The session counts up to a hundred. */
export function unreadWords(unread: number): string | null {
  if (unread === 0) return null
  return unread > 99 ? '99+' : String(unread)
}
