import { useEffect, useState } from 'react';
import { getBlob } from '../../../api/http.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText } from '../../../i18n/language.js';
import { isPdf, type CaseDocument } from '../case-document.js';

type Shown = { kind: 'loading' } | { kind: 'failed'; error: unknown } | { kind: 'there'; address: string };

/** A file as it is. It comes as a blob: the API's own pages may not be framed, and what was refused says why. */
export function DocumentPreview({ document }: { document: CaseDocument }) {
  const text = useText();
  const { href, names } = document;
  const [shown, setShown] = useState<Shown>({ kind: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    let address: string | null = null;
    getBlob(href, abort.signal).then(
      (content) => {
        address = URL.createObjectURL(content);
        setShown({ kind: 'there', address });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setShown({ kind: 'failed', error });
      },
    );
    return () => {
      abort.abort();
      if (address) URL.revokeObjectURL(address);
    };
  }, [href, tries]);
  const again = () => {
    setShown({ kind: 'loading' });
    setTries(tries + 1);
  };
  if (shown.kind === 'loading') return <LoadingLines />;
  if (shown.kind === 'failed') return <ProblemAlert error={shown.error} onRetry={again} />;
  return isPdf(document) ? (
    <iframe src={shown.address} title={text(names)} className="document-frame" />
  ) : (
    <img src={shown.address} alt={text(names)} className="document-image" />
  );
}
