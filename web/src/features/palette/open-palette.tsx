import { SearchOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Session } from '../../api/wire.js';
import { useWords } from '../../i18n/language.js';
import { paletteWords } from './words.js';

const Palette = lazy(() => import('./palette.js'));

/** A button in the head, and Ctrl K or Cmd K, on every page. */
export function OpenPalette({ session }: { session: Session }) {
  const words = useWords(paletteWords);
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
  return (
    <>
      <button
        type="button"
        className="shell-head-button palette-button"
        aria-label={words.open}
        title={words.open}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <SearchOutlined aria-hidden />
      </button>
      {open && (
        <Suspense>
          <Palette session={session} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
