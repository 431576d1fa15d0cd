import { useLanguage } from '../i18n/language.js';
import { LANGUAGES } from '../i18n/dictionary.js';

const NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label="Bahasa / Language">
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          title={NAMES[one]}
          aria-pressed={one === language}
          onClick={() => setLanguage(one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
