import { CheckCircleFilled, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useState } from 'react';
import type { AttachmentKind, DocumentRef, NamedUpload } from '../../../api/wire.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { KeptFileTag } from '../../offline/components/kept-file-tag.js';
import type { KeptFiles } from '../../offline/kept-files.js';
import { attachFile } from '../attach-file.js';
import { ATTACHMENT_TYPES, documentAddress } from '../api/upload-attachment.js';
import { useNames } from '../../officers/use-names.js';
import { attachmentWords } from '../words.js';

interface AttachmentFieldProps {
  kind: AttachmentKind;
  document: DocumentRef | undefined;
  here: KeptFiles | undefined;
  /** What is known of the file, when it was attached before. */
  upload: NamedUpload | undefined;
  onAttached(attachmentId: string): void;
  onRemove(): void;
}

/** One kind of document: its file, where that is, and what was wrong with the last one. */
export function AttachmentField({
  kind,
  document,
  here,
  upload,
  onAttached,
  onRemove,
}: AttachmentFieldProps) {
  const words = useWords(attachmentWords);
  const text = useText();
  const nameOf = useNames();
  const name = text(kind.names);
  const [fileName, setFileName] = useState<string | null>(null);
  const kept = here?.files.find(({ id }) => id === document?.attachmentId);
  const leave = () => void (kept && here?.remove(kept.id));
  const attach = useMutation({
    // Without a line it is kept here: waiting in silence would tell nobody anything.
    networkMode: 'always',
    mutationFn: (file: File) => attachFile(file, here),
    onSuccess: (attachmentId, file) => {
      leave();
      setFileName(file.name);
      onAttached(attachmentId);
    },
  });
  const shownName = kept?.name ?? fileName ?? upload?.fileName;
  const { username } = useOfficer();
  const isColleagues = upload !== undefined && upload.uploadedBy !== username;
  return (
    <li className="attachment">
      <span className="attachment-name">
        {document && <CheckCircleFilled className="attachment-done" aria-label={words.attached} />} {name}{' '}
        {kind.required ? <LabelTag tone="bad">{words.required}</LabelTag> : null}
        {document && shownName && <span className="attachment-file">{shownName}</span>}
        {isColleagues && (
          <span className="attachment-file">{words.uploadedBy(nameOf(upload.uploadedBy))}</span>
        )}
        {kept && <KeptFileTag file={kept} isUploading={here?.uploading === kept.id} />}
      </span>
      <span className="attachment-actions">
        {document && !kept && (
          <a
            href={documentAddress(document.attachmentId)}
            target="_blank"
            rel="noreferrer"
            aria-label={words.openNamed(name)}
          >
            {words.open}
          </a>
        )}
        {kept && (
          <Button
            type="link"
            size="small"
            aria-label={words.openNamed(name)}
            onClick={() => void here?.show(kept.id)}
          >
            {words.open}
          </Button>
        )}
        {document && (
          <Button
            type="link"
            size="small"
            aria-label={words.removeNamed(name)}
            onClick={() => {
              leave();
              onRemove();
            }}
          >
            {words.remove}
          </Button>
        )}
        <Upload
          accept={ATTACHMENT_TYPES}
          showUploadList={false}
          beforeUpload={(file: File) => {
            attach.mutate(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <Button
            size="small"
            icon={<UploadOutlined aria-hidden />}
            loading={attach.isPending}
            aria-label={document ? words.replaceNamed(name) : words.chooseFor(name)}
          >
            {document ? words.replace : words.choose}
          </Button>
        </Upload>
      </span>
      {attach.error && (
        <div className="attachment-fault">
          <ProblemAlert error={attach.error} />
        </div>
      )}
    </li>
  );
}
