/** A note with a ready reason put into it: what was written there before stays. Pure. */
export function withReason(note: unknown, reason: string): string {
  const before = typeof note === 'string' ? note.trim() : '';
  return before === '' ? reason : `${before} ${reason}`;
}
