import { useEffect, useRef } from 'react';
import { useWords } from '../../../i18n/language.js';
import { useSession } from '../api/session.js';
import { sessionWords } from '../words.js';
import './sign-in-again.css';

const LOOK_AGAIN_MS = 2_000;

/**
 * Over a page whose sign-in has ended: what is filled in stays where it is, covered, until the same officer is back. Signing in happens
 * in another window.
 */
export function SignInAgain() {
  const words = useWords(sessionWords);
  const session = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const { refetch } = session;
  useEffect(() => {
    const box = dialog.current;
    if (!box?.open) box?.showModal();
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return (
    <dialog
      ref={dialog}
      className="sign-in-again"
      aria-label={words.endedTitle}
      onCancel={(event) => event.preventDefault()}
    >
      <h2>{words.endedTitle}</h2>
      <p>{words.ended}</p>
      <a className="sign-in-again-link" href="/sign-in" target="_blank" rel="noopener">
        {words.signInAgain}
      </a>
    </dialog>
  );
}
