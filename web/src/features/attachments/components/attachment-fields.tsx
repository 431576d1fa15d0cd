import type { DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import type { ReactNode } from 'react';
import type { AttachmentKind, DocumentRef, NamedUpload } from '../../../api/wire.js';
import { useText, useWords } from '../../../i18n/language.js';
import type { KeptFiles } from '../../offline/kept-files.js';
import { documentAddress } from '../api/upload-attachment.js';
import { arrange, type EitherOr } from '../arrange.js';
import { attachmentWords } from '../words.js';
import { AttachmentField } from './attachment-field.js';
import './attachment-fields.css';
import { RequirementState } from './requirement-state.js';

interface AttachmentFieldsProps {
  kinds: readonly AttachmentKind[];
  documents: readonly DocumentRef[];
  /** What the rules ask for, with what is filled in and attached now. */
  asked: readonly DocumentRequirement[];
  /** Where they go while the server cannot be reached; absent where that is not to be. */
  here?: KeptFiles | undefined;
  /** Of those that were attached before: what and whose they are. */
  uploads?: readonly NamedUpload[] | undefined;
  onChange(documents: DocumentRef[]): void;
}

/** One row per kind of document that this event type knows: those that are asked for first, alternatives together. */
export function AttachmentFields(props: AttachmentFieldsProps) {
  const { kinds, documents, asked, here, uploads = [], onChange } = props;
  const words = useWords(attachmentWords);
  const known = new Set(kinds.map((kind) => kind.kind));
  const strange = documents.filter((document) => !known.has(document.kind));
  const { single, eitherOr, others } = arrange(kinds, asked);
  const field = (kind: AttachmentKind) => {
    const document = documents.find((named) => named.kind === kind.kind);
    const without = () => documents.filter((named) => named.kind !== kind.kind);
    return (
      <AttachmentField
        key={kind.kind}
        kind={kind}
        here={here}
        document={document}
        upload={uploads.find(({ id }) => id === document?.attachmentId)}
        onAttached={(attachmentId) => onChange([...without(), { kind: kind.kind, attachmentId }])}
        onRemove={() => onChange(without())}
      />
    );
  };
  return (
    <section aria-label={words.title} className="attachments">
      <p className="attachments-hint">{words.hint}</p>
      <ul className="attachment-list">
        {single.map(field)}
        {eitherOr.map((group) => (
          <li
            key={`${group.requirement.code} ${group.requirement.message.id}`}
            className={group.requirement.fulfilled ? 'either-or' : 'either-or either-or-open'}
          >
            <RequirementState
              requirement={group.requirement}
              kinds={kinds}
              attached={documents.map(({ kind }) => kind)}
            />
            <Alternatives group={group} field={field} />
          </li>
        ))}
        {others.map(field)}
        {strange.map((document) => (
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

function Alternatives({
  group: { kinds, elsewhere },
  field,
}: {
  group: EitherOr;
  field: (kind: AttachmentKind) => ReactNode;
}) {
  const words = useWords(attachmentWords);
  const text = useText();
  return (
    <>
      <span className="either-or-word">{words.oneOf}</span>
      {elsewhere.length > 0 && (
        <span className="attachment-file">
          {words.above(elsewhere.map(({ names }) => text(names)).join(', '))}
        </span>
      )}
      <ul className="attachment-list">{kinds.map(field)}</ul>
    </>
  );
}
