import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import './toast.css';

type Tone = 'success' | 'info' | 'warning';

interface Toast {
  id: number;
  tone: Tone;
  text: string;
}

/** Long enough to be read; what must not be missed stands on its page, not here. */
const SHOWN_MS = 6_000;
const MARKS: Record<Tone, string> = { success: '✓', info: 'i', warning: '!' };

type Tell = Record<Tone, (text: string) => void>;
const ToastContext = createContext<Tell>({
  success: () => undefined,
  info: () => undefined,
  warning: () => undefined,
});

let made = 0;

/** Short words on what was done, told to readers as well, gone by themselves. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const drop = useCallback(
    (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)),
    [],
  );
  const tell = useMemo<Tell>(() => {
    const show = (tone: Tone) => (text: string) => {
      const toast = { id: ++made, tone, text };
      setToasts((before) => [...before.slice(-3), toast]);
      setTimeout(() => drop(toast.id), SHOWN_MS);
    };
    return { success: show('success'), info: show('info'), warning: show('warning') };
  }, [drop]);
  return (
    <ToastContext value={tell}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, tone, text }) => (
          <button key={id} type="button" className={`toast toast-${tone}`} onClick={() => drop(id)}>
            <span aria-hidden="true" className="toast-mark">
              {MARKS[tone]}
            </span>
            {text}
          </button>
        ))}
      </div>
    </ToastContext>
  );
}

export function useToast(): Tell {
  return use(ToastContext);
}
