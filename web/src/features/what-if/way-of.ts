/** The step that a case would come to, and where that way stops, in the words of the model; one of them where they are the same. */
export function wayOf(
  way: { next: string | null; stop: string | null },
  nameOf: (element: string | null) => string,
): string {
  return [...new Set([way.next ?? way.stop, way.stop])].map(nameOf).join(' → ');
}
