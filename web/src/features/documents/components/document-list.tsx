import { DownloadOutlined, EyeOutlined, FilePdfOutlined, FileImageOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useState } from 'react';
import { useText, useWords } from '../../../i18n/language.js';
import { caseWords } from '../../cases/words.js';
import { isPdf, type CaseDocument } from '../case-document.js';
import { DocumentPreview } from './document-preview.js';
import './document-list.css';
import { NothingHere } from '../../../components/nothing-here.js';

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
              {isPdf(document) ? <FilePdfOutlined /> : <FileImageOutlined />}
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
                icon={<EyeOutlined />}
                aria-label={words.previewNamed(name)}
                {...(inPlace && { 'aria-expanded': shown?.id === document.id })}
                onClick={() => setShown(inPlace && shown?.id === document.id ? null : document)}
              />
              <Button
                size="small"
                icon={<DownloadOutlined />}
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
