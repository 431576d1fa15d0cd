import { Alert, Card, Descriptions, Typography } from 'antd';
import { useParams } from 'react-router';
import { formatDate } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { LanguageSwitch } from '../../../layout/language-switch.js';
import { ProductMark } from '../../../layout/product-mark.js';
import { useVerification, type Verification } from '../api/verification.js';
import { verificationWords } from '../words.js';
import { CompareFile } from './compare-file.js';
import './verification-page.css';

/** Where the QR code of a document leads: for anybody, without a sign-in, on a telephone. */
export function VerificationPage() {
  const words = useWords(verificationWords);
  const { code = '' } = useParams();
  const verification = useVerification(code);
  return (
    <div className="verification">
      <header className="verification-head">
        <ProductMark />
        <LanguageSwitch />
      </header>
      <main className="verification-main">
        <Typography.Title level={1} className="verification-title">
          {words.title}
        </Typography.Title>
        <Typography.Paragraph type="secondary">{words.lead}</Typography.Paragraph>
        <QueryState query={verification}>
          {(found) => (
            <>
              <Standing found={found} />
              <Facts found={found} />
              {found.file && <CompareFile sha256={found.file.sha256} />}
            </>
          )}
        </QueryState>
      </main>
    </div>
  );
}

function Standing({ found }: { found: Verification }) {
  const words = useWords(verificationWords);
  const genuine = found.contentVerified && found.file?.verified !== false;
  if (!genuine)
    return (
      <Alert type="error" showIcon title={words.broken} description={words.brokenHelp} className="bar" />
    );
  switch (found.status) {
    case 'void':
      return <Alert type="error" showIcon title={words.void} description={words.voidHelp} className="bar" />;
    case 'superseded':
      return (
        <Alert
          type="warning"
          showIcon
          title={words.superseded}
          description={words.supersededHelp}
          className="bar"
        />
      );
    default:
      return <Alert type="success" showIcon title={words.valid} className="bar" />;
  }
}

function Facts({ found }: { found: Verification }) {
  const words = useWords(verificationWords);
  const text = useText();
  const { language } = useLanguage();
  const rows: [string, React.ReactNode][] = [
    [words.kind, text(found.names)],
    [words.office, words.officeOf(found.office)],
    [words.issuedOn, formatDate(found.issuedOn, language)],
    [words.name, found.subject?.name],
    [words.nik, found.subject && <span className="number">{found.subject.nik}</span>],
    [words.birthYear, found.subject?.birthYear],
    [words.content, <Verified by={found.contentVerified} />],
    [words.file, found.file ? <Verified by={found.file.verified} /> : words.noFile],
  ];
  return (
    <Card size="small">
      <Descriptions
        size="small"
        column={1}
        items={rows.flatMap(([label, children]) => (children ? [{ key: label, label, children }] : []))}
      />
    </Card>
  );
}

function Verified({ by }: { by: boolean }) {
  const words = useWords(verificationWords);
  return <LabelTag tone={by ? 'good' : 'bad'}>{by ? words.verified : words.notVerified}</LabelTag>;
}
