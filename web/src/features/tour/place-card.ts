/** Where the words of a stop stand beside what is lit. Pure; all in CSS pixels of the window. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
export interface Size {
  width: number;
  height: number;
}

const GAP = 14;
const EDGE = 10;

/** Right of what is lit, below it, above it or left of it, where there is room; else at the foot of the window. Never out of the window. */
export function placeCard(lit: Box | null, card: Size, screen: Size): { left: number; top: number } {
  const inside = (at: { left: number; top: number }) => ({
    left: clamp(at.left, EDGE, screen.width - card.width - EDGE),
    top: clamp(at.top, EDGE, screen.height - card.height - EDGE),
  });
  if (!lit) return inside(middle(card, screen));
  const right = lit.left + lit.width;
  const bottom = lit.top + lit.height;
  if (right + GAP + card.width + EDGE <= screen.width) return inside({ left: right + GAP, top: lit.top });
  if (bottom + GAP + card.height + EDGE <= screen.height)
    return inside({ left: lit.left, top: bottom + GAP });
  if (lit.top - GAP - card.height >= EDGE)
    return inside({ left: lit.left, top: lit.top - GAP - card.height });
  if (lit.left - GAP - card.width >= EDGE) return inside({ left: lit.left - GAP - card.width, top: lit.top });
  return inside({ left: right - card.width - GAP, top: screen.height - card.height - GAP });
}

function middle(card: Size, screen: Size) {
  return { left: (screen.width - card.width) / 2, top: (screen.height - card.height) / 2 };
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
