/** Likeness of two texts, 0..100: edit distance over the longer text, blind to case, accents, punctuation and spacing. */
export function likeness(a: string, b: string): number {
  const [x, y] = [plain(a), plain(b)];
  const longer = Math.max(x.length, y.length);
  return longer === 0 ? 100 : Math.round(100 * (1 - editDistance(x, y) / longer));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substituted, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
