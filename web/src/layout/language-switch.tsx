import { Segmented } from 'antd';
import { useLanguage } from '../i18n/language.js';
import type { Language } from '../i18n/dictionary.js';

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  return (
    <Segmented<Language>
      size="small"
      aria-label="Bahasa / Language"
      value={language}
      onChange={setLanguage}
      options={[
        { value: 'id', label: 'ID', title: 'Bahasa Indonesia' },
        { value: 'en', label: 'EN', title: 'English' },
      ]}
    />
  );
}
