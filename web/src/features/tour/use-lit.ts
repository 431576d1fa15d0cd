import { useEffect, useState } from 'react';
import type { Box } from './place-card.js';

const LOOK_EVERY_MS = 100;

/** Where the first visible element of these selectors stands in the window; null until the page shows one. Follows it when it moves. */
export function useLit(selectors: readonly string[]): Box | null {
  const [lit, setLit] = useState<Box | null>(null);
  useEffect(() => {
    let shown: Element | null = null;
    const look = () => {
      const found = firstVisible(selectors);
      if (found && found !== shown) found.scrollIntoView({ block: 'nearest' });
      shown = found;
      setLit((before) => sameOr(before, found && boxOf(found)));
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [selectors]);
  return lit;
}

function firstVisible(selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = document.querySelector(selector);
    if (found && found.getClientRects().length > 0) return found;
  }
  return null;
}

/** What of it lies in the window. */
function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
  return {
    ...{ left: x, top: y },
    width: Math.max(0, Math.min(right, window.innerWidth) - x),
    height: Math.max(0, Math.min(bottom, window.innerHeight) - y),
  };
}

/** The box of before while nothing moved, so that nothing is drawn again. */
function sameOr(before: Box | null, now: Box | null): Box | null {
  const isSame =
    before !== null &&
    now !== null &&
    before.left === now.left &&
    before.top === now.top &&
    before.width === now.width &&
    before.height === now.height;
  return isSame ? before : now;
}
