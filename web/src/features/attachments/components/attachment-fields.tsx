import { CheckCircleFilled, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useState } from 'react';
import type { AttachmentKind, DocumentRef } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import {
  ATTACHMENT_TYPES,
  MAX_ATTACHMENT_BYTES,
  documentAddress,
  uploadAttachment,
} from '../api/upload-attachment.js';
import { attachmentWords } from '../words.js';
import './attachment-fields.css';

interface AttachmentFieldsProps {
  kinds: readonly AttachmentKind[];
  documents: readonly DocumentRef[];
  onChange(documents: DocumentRef[]): void;
}

/** One row per kind of document that this event type asks for. */
export function AttachmentFields({ kinds, documents, onChange }: AttachmentFieldsProps) {
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
            document={documents.find((document) => document.kind === kind.kind)}
            onUploaded={(attachmentId) =>
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

interface AttachmentFieldProps {
  kind: AttachmentKind;
  document: DocumentRef | undefined;
  onUploaded(attachmentId: string): void;
  onRemove(): void;
}

function AttachmentField({ kind, document, onUploaded, onRemove }: AttachmentFieldProps) {
  const words = useWords(attachmentWords);
  const text = useText();
  const name = text(kind.names);
  const [tooLarge, setTooLarge] = useState(false);
  const [fileName, setFileName] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: uploadAttachment,
    onSuccess: (attachment, file) => {
      setFileName(file.name);
      onUploaded(attachment.id);
    },
  });
  const begin = (file: File) => {
    const large = file.size > MAX_ATTACHMENT_BYTES;
    setTooLarge(large);
    if (!large) upload.mutate(file);
    return Upload.LIST_IGNORE;
  };
  return (
    <li className="attachment">
      <span className="attachment-name">
        {document && <CheckCircleFilled className="attachment-done" aria-label={words.attached} />} {name}{' '}
        {kind.required ? <LabelTag tone="bad">{words.required}</LabelTag> : null}
        {document && fileName && <span className="attachment-file">{fileName}</span>}
      </span>
      <span className="attachment-actions">
        {document && (
          <a
            href={documentAddress(document.attachmentId)}
            target="_blank"
            rel="noreferrer"
            aria-label={words.openNamed(name)}
          >
            {words.open}
          </a>
        )}
        {document && (
          <Button type="link" size="small" aria-label={words.removeNamed(name)} onClick={onRemove}>
            {words.remove}
          </Button>
        )}
        <Upload accept={ATTACHMENT_TYPES} showUploadList={false} beforeUpload={begin}>
          <Button
            size="small"
            icon={<UploadOutlined />}
            loading={upload.isPending}
            aria-label={document ? words.replaceNamed(name) : words.chooseFor(name)}
          >
            {document ? words.replace : words.choose}
          </Button>
        </Upload>
      </span>
      {tooLarge && (
        <div role="alert" className="attachment-fault">
          {words.tooLarge}
        </div>
      )}
      {upload.error && (
        <div className="attachment-fault">
          <ProblemAlert error={upload.error} />
        </div>
      )}
    </li>
  );
}
