/** A face from sad (1) to glad (5), drawn: not every office computer has a font with them. */
export function Face({ score }: { score: number }) {
  // The mouth's middle: below its ends for a smile, above them for the opposite.
  const bend = 22 + (score - 3) * 3;
  return (
    <svg
      viewBox="0 0 32 32"
      width="30"
      height="30"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <circle cx="16" cy="16" r="13" />
      <path d={`M10 22 Q16 ${bend} 22 22`} strokeLinecap="round" />
      <circle cx="11.5" cy="13" r="1" fill="currentColor" />
      <circle cx="20.5" cy="13" r="1" fill="currentColor" />
    </svg>
  );
}
