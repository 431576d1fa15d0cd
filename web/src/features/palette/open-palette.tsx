import { lazy, Suspense, useEffect, useState } from 'react';
import type { Session } from '../../api/wire.js';

const Palette = lazy(() => import('./palette.js'));

/** Ctrl K or Cmd K, on every page. */
export function OpenPalette({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  if (!open) return null;
  return (
    <Suspense>
      <Palette session={session} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
