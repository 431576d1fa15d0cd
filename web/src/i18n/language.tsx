import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { LANGUAGES, speak, type Dictionary, type Language, type Spoken, type Tell } from './dictionary.js';

const STORED_AS = 'lampid.language';

interface LanguageChoice {
  language: Language;
  setLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'id', setLanguage: () => undefined });

function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return LANGUAGES.find((language) => language === stored) ?? 'id';
  } catch {
    return 'id';
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    try {
      localStorage.setItem(STORED_AS, language);
    } catch {
      // A browser without storage still speaks, it only forgets the choice.
    }
  }, [language]);
  const choice = useMemo(() => ({ language, setLanguage }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}

export function useWords<D extends Dictionary>(words: D): Spoken<D> {
  return speak(words, use(LanguageContext).language);
}

/** For texts that the API sends in both languages. */
export function useText(): Tell {
  const { language } = use(LanguageContext);
  return useMemo(() => (text) => text[language] || text.id, [language]);
}
