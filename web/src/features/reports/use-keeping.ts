import { useEffect, useLayoutEffect } from 'react';
import { onLineChange } from '../../api/line.js';
import { useSession } from '../session/api/session.js';
import type { DraftKeeper } from './draft-keeper.js';

/** Tries again when the sign-in or the line is back; a page that is left saves at once, a window that is closed too early asks. */
export function useKeeping(keeper: DraftKeeper): void {
  const { data: session } = useSession();
  useEffect(() => {
    if (session) keeper.retry();
  }, [session, keeper]);
  useEffect(() => onLineChange(() => keeper.retry()), [keeper]);
  // A layout effect: it ends while the form below can still be read.
  useLayoutEffect(() => () => keeper.leave(), [keeper]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.isAtRisk) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [keeper]);
}
