import type { DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import type { AttachmentKind } from '../../../api/wire.js';
import { useWords } from '../../../i18n/language.js';
import { arrange } from '../arrange.js';
import { attachmentWords } from '../words.js';
import './attachment-fields.css';
import { RequirementState } from './requirement-state.js';

interface AskedDocumentsProps {
  kinds: readonly AttachmentKind[];
  attached: readonly string[];
  asked: readonly DocumentRequirement[];
}

/** Beside the documents of a report that is judged: which either-or requirements there are, and by what each is fulfilled. */
export function AskedDocuments({ kinds, attached, asked }: AskedDocumentsProps) {
  const words = useWords(attachmentWords);
  const { eitherOr } = arrange(kinds, asked);
  if (eitherOr.length === 0) return null;
  return (
    <ul className="requirements" aria-label={words.asked}>
      {eitherOr.map(({ requirement }) => (
        <li key={`${requirement.code} ${requirement.message.id}`}>
          <RequirementState requirement={requirement} kinds={kinds} attached={attached} />
        </li>
      ))}
    </ul>
  );
}
