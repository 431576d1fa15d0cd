import { CloseOutlined } from '@ant-design/icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/language.js';
import { commonWords } from './words.js';
import './dialog.css';

interface DialogProps {
  title: string;
  onClose(): void;
  /** `side`: along the right edge, as high as the window; `menu`: along the left one. */
  place?: 'middle' | 'side' | 'menu';
  /** Buttons under the content. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Where hands begin: at what there is to fill in or to choose from, not at the cross above it. */
const CHOICES = ':is(input, textarea, select, button, a[href]):not(:disabled)';

function focusIn(box: HTMLElement, choices: string): boolean {
  const first = box.querySelector<HTMLElement>(choices);
  first?.focus();
  return first !== null;
}

/** A modal dialog: the browser's own, which keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ title, onClose, place = 'middle', actions, children }: DialogProps) {
  const words = useWords(commonWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const box = dialog.current;
    if (!box) return;
    const before = document.activeElement;
    if (!box.open) {
      box.showModal();
      for (const part of ['.dialog-body', '.dialog-actions']) if (focusIn(box, `${part} ${CHOICES}`)) break;
    }
    return () => {
      // Taken away with what was done in it, not closed: the browser lets the focus fall.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${place}`}
      aria-label={title}
      onClose={onClose}
      // The dialog itself is only hit beside its content.
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div className="dialog-box">
        <header className="dialog-head">
          <h2>{title}</h2>
          <button
            type="button"
            className="dialog-close"
            aria-label={words.close}
            onClick={() => dialog.current?.close()}
          >
            <CloseOutlined aria-hidden />
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        {actions && <footer className="dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  );
}
