import {
  createContext,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

export type ColourScheme = 'light' | 'dark';

const STORED_AS = 'lampid.theme';
const DARK = '(prefers-color-scheme: dark)';

interface SchemeChoice {
  scheme: ColourScheme;
  setScheme(scheme: ColourScheme): void;
}

const SchemeContext = createContext<SchemeChoice>({ scheme: 'light', setScheme: () => undefined });

function stored(): ColourScheme | null {
  try {
    const kept = localStorage.getItem(STORED_AS);
    return kept === 'dark' || kept === 'light' ? kept : null;
  } catch {
    return null;
  }
}

/** Whether the system asks for it now, and from now on. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

/** As the system has it, until the officer chooses; kept in this browser. */
export function ColourSchemeProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(stored);
  const systemIsDark = useMedia(DARK);
  const scheme = chosen ?? (systemIsDark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset['theme'] = scheme;
  }, [scheme]);
  const choice = useMemo(
    () => ({
      scheme,
      setScheme(next: ColourScheme) {
        setChosen(next);
        try {
          localStorage.setItem(STORED_AS, next);
        } catch {
          // A browser without storage only forgets the choice.
        }
      },
    }),
    [scheme],
  );
  return <SchemeContext value={choice}>{children}</SchemeContext>;
}

export function useColourScheme(): SchemeChoice {
  return use(SchemeContext);
}
