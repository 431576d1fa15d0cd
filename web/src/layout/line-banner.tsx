import { Link } from 'react-router';
import { useLine } from '../api/use-line.js';
import { useWords } from '../i18n/language.js';
import { layoutWords } from './words.js';
import './line-banner.css';

/** Over every page while the server does not answer. */
export function LineBanner({ mayReport }: { mayReport: boolean }) {
  const words = useWords(layoutWords);
  const isUp = useLine();
  return (
    <div role="status">
      {!isUp && (
        <p className="line-banner">
          {words.noLine} {mayReport && <Link to="/offline">{words.offline}</Link>}
        </p>
      )}
    </div>
  );
}
