import { DownloadOutlined, EyeOutlined, FilePdfOutlined, FileImageOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useEffect, useState } from 'react';
import type { Attachment, IssuedDocument } from '../../../api/wire.js';
import { useText, useWords } from '../../../i18n/language.js';
import { caseWords } from '../../cases/words.js';
import './document-list.css';
import { NothingHere } from '../../../components/nothing-here.js';

/** How a document stood in the past is known without whether its file was signed by then. */
export type CaseDocument = (Omit<IssuedDocument, 'signed'> & { signed?: boolean }) | Attachment;

/** What the office draws itself is PDF. */
const isPdf = (document: CaseDocument) =>
  !('mediaType' in document) || document.mediaType === 'application/pdf';

interface DocumentListProps {
  documents: readonly CaseDocument[];
  /** A file opens under the list instead of over the page: it is compared with what stands beside. */
  inPlace?: boolean;
}

/** Attachments and issued documents, to look at and to download. */
export function DocumentList({ documents, inPlace = false }: DocumentListProps) {
  const words = useWords(caseWords);
  const [shown, setShown] = useState<CaseDocument | null>(null);
  const text = useText();
  if (documents.length === 0) return <NothingHere>{words.noDocuments}</NothingHere>;
  return (
    <>
      <ul className="document-list">
        {documents.map((document) => {
          const name = text(document.names);
          return (
            <li key={document.id} className="document">
              {isPdf(document) ? <FilePdfOutlined aria-hidden /> : <FileImageOutlined aria-hidden />}
              <span className="document-name">
                {name}{' '}
                {'number' in document && document.number && (
                  <span className="document-number">{document.number}</span>
                )}
                {'fileName' in document && <span className="document-number">{document.fileName}</span>}
                {'signed' in document && document.signed !== undefined && document.status === 'valid' && (
                  <LabelTag tone={document.signed ? 'good' : 'neutral'} title={words.signedHelp}>
                    {document.signed ? words.signed : words.signedContent}
                  </LabelTag>
                )}
                {'status' in document && document.status === 'void' && (
                  <LabelTag tone="bad">{words.void}</LabelTag>
                )}
              </span>
              <Button
                size="small"
                icon={<EyeOutlined aria-hidden />}
                aria-label={words.previewNamed(name)}
                {...(inPlace && { 'aria-expanded': shown?.id === document.id })}
                onClick={() => setShown(inPlace && shown?.id === document.id ? null : document)}
              />
              <Button
                size="small"
                icon={<DownloadOutlined aria-hidden />}
                aria-label={words.downloadNamed(name)}
                href={document.href}
                download
              />
            </li>
          );
        })}
      </ul>
      {inPlace && shown && <DocumentPreview key={shown.id} document={shown} />}
      <Modal
        open={shown !== null && !inPlace}
        title={shown && text(shown.names)}
        onCancel={() => setShown(null)}
        footer={null}
        width={860}
        destroyOnHidden
      >
        {shown && !inPlace && <DocumentPreview document={shown} />}
      </Modal>
    </>
  );
}

/** PDFs come as a blob: the API's own pages may not be framed. */
function DocumentPreview({ document }: { document: CaseDocument }) {
  const text = useText();
  const [address, setAddress] = useState<string | null>(null);
  const framed = isPdf(document);
  useEffect(() => {
    if (!framed) return;
    const abort = new AbortController();
    let made: string | null = null;
    void fetch(document.href, { signal: abort.signal })
      .then(async (response) => {
        made = URL.createObjectURL(await response.blob());
        setAddress(made);
      })
      .catch(() => undefined);
    return () => {
      abort.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [document.href, framed]);
  if (!framed) return <img src={document.href} alt={text(document.names)} className="document-image" />;
  return address ? <iframe src={address} title={text(document.names)} className="document-frame" /> : null;
}
