import { FilePdfOutlined } from '@ant-design/icons';
import { Alert, Card, Upload } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../i18n/language.js';
import { hashFile } from '../hash-file.js';
import { verificationWords } from '../words.js';

/** Whether a PDF is, byte for byte, the one that was issued. Nothing leaves the device. */
export function CompareFile({ sha256 }: { sha256: string }) {
  const words = useWords(verificationWords);
  const [verdict, setVerdict] = useState<'same' | 'different' | 'unreadable' | null>(null);
  const compare = (file: Blob) => {
    void hashFile(file)
      .then((hash) => setVerdict(hash === sha256 ? 'same' : 'different'))
      .catch(() => setVerdict('unreadable'));
    return false;
  };
  return (
    <Card size="small" title={words.compare} className="next-card">
      <Upload.Dragger accept="application/pdf" showUploadList={false} beforeUpload={compare}>
        <p className="verification-drop">{words.compareHelp}</p>
        {/* Looks like a button only: the whole field is one. */}
        <span className="verification-choose">
          <FilePdfOutlined aria-hidden /> {words.choose}
        </span>
      </Upload.Dragger>
      {verdict && (
        <Alert
          role="status"
          showIcon
          type={verdict === 'same' ? 'success' : 'error'}
          title={words[verdict]}
          className="verification-verdict"
        />
      )}
    </Card>
  );
}
