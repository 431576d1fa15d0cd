import type { AttachmentKind, DocumentRef } from '../../../api/wire.js';
import { useWords } from '../../../i18n/language.js';
import type { KeptFiles } from '../../offline/kept-files.js';
import { documentAddress } from '../api/upload-attachment.js';
import { attachmentWords } from '../words.js';
import { AttachmentField } from './attachment-field.js';
import './attachment-fields.css';

interface AttachmentFieldsProps {
  kinds: readonly AttachmentKind[];
  documents: readonly DocumentRef[];
  /** Where they go while the server cannot be reached; absent where that is not to be. */
  here?: KeptFiles | undefined;
  onChange(documents: DocumentRef[]): void;
}

/** One row per kind of document that this event type asks for. */
export function AttachmentFields({ kinds, documents, here, onChange }: AttachmentFieldsProps) {
  const words = useWords(attachmentWords);
  const known = new Set(kinds.map((kind) => kind.kind));
  const others = documents.filter((document) => !known.has(document.kind));
  const sorted = [...kinds].sort((a, b) => Number(b.required) - Number(a.required));
  return (
    <section aria-label={words.title} className="attachments">
      <p className="attachments-hint">{words.hint}</p>
      <ul className="attachment-list">
        {sorted.map((kind) => (
          <AttachmentField
            key={kind.kind}
            kind={kind}
            here={here}
            document={documents.find((document) => document.kind === kind.kind)}
            onAttached={(attachmentId) =>
              onChange([
                ...documents.filter((document) => document.kind !== kind.kind),
                { kind: kind.kind, attachmentId },
              ])
            }
            onRemove={() => onChange(documents.filter((document) => document.kind !== kind.kind))}
          />
        ))}
        {others.map((document) => (
          <li key={document.attachmentId} className="attachment">
            <span className="attachment-name">{document.kind}</span>
            <a href={documentAddress(document.attachmentId)} target="_blank" rel="noreferrer">
              {words.open}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
