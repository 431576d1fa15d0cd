import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useWords } from '../i18n/language.js';
import { useColourScheme } from '../theme/colour-scheme.js';
import { layoutWords } from './words.js';

export function ThemeSwitch() {
  const words = useWords(layoutWords);
  const { scheme, setScheme } = useColourScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="shell-head-button"
      aria-label={words[other]}
      title={words[other]}
      onClick={() => setScheme(other)}
    >
      {other === 'dark' ? <MoonOutlined aria-hidden /> : <SunOutlined aria-hidden />}
    </button>
  );
}
