import { Card } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { DocumentList } from '../../documents/components/document-list.js';
import { useLetters } from '../api/letters.js';
import { letterWords } from '../words.js';

/** What was printed for a resident on demand; nothing while there is none. */
export function LettersCard({ residentId }: { residentId: string }) {
  const words = useWords(letterWords);
  const letters = useLetters(residentId).data?.items ?? [];
  if (letters.length === 0) return null;
  return (
    <Card size="small" title={words.printed} className="next-card">
      <DocumentList documents={letters} />
    </Card>
  );
}
