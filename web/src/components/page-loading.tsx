import { useWords } from '../i18n/language.js';
import { commonWords } from './words.js';

export function PageLoading() {
  const words = useWords(commonWords);
  return (
    <div className="page-loading" role="status" aria-label={words.loading}>
      <span className="wheel" aria-hidden="true" />
    </div>
  );
}
