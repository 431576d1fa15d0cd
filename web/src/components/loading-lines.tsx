import { useWords } from '../i18n/language.js';
import { commonWords } from './words.js';
import './loading-lines.css';

/** Where lines of text will stand in a moment. */
export function LoadingLines({ lines = 5 }: { lines?: number }) {
  const words = useWords(commonWords);
  return (
    <div className="loading-lines" role="status" aria-busy="true" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} style={{ width: `${[60, 100, 92, 97, 74][index % 5]}%` }} />
      ))}
    </div>
  );
}
