import { Card, Typography } from 'antd';
import { Link } from 'react-router';
import { formatDate } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useDuplicates, type DuplicatePair } from '../api/duplicates.js';
import { duplicateWords } from '../words.js';
import './duplicates-card.css';

/** Each newcomer beside those whom they may be; nothing where nobody is alike. */
export function DuplicatesCard({ reportId }: { reportId: string }) {
  const words = useWords(duplicateWords);
  const duplicates = useDuplicates(reportId);
  if (!duplicates.data || duplicates.data.length === 0) return null;
  return (
    <Card size="small" title={words.title}>
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      <div className="duplicates">
        {duplicates.data.map((pair, index) => (
          <Pair key={index} pair={pair} />
        ))}
      </div>
    </Card>
  );
}

function Pair({ pair }: { pair: DuplicatePair }) {
  const words = useWords(duplicateWords);
  const { language } = useLanguage();
  const { newcomer, candidate, score } = pair;
  const sex = (of: number | null) => (of === null ? null : of === 1 ? words.male : words.female);
  const date = (of: string) => formatDate(of, language);
  const rows: [string, string | null, string | null][] = [
    [words.name, newcomer.name, candidate.name],
    [words.birthDate, date(newcomer.birthDate), date(candidate.birthDate)],
    [words.sex, sex(newcomer.sex), sex(candidate.sex)],
    [words.mother, newcomer.motherName, candidate.motherName],
  ];
  const to = candidate.residentId ? `/residents/${candidate.residentId}` : `/cases/${candidate.reportId}`;
  return (
    <table className="duplicate-pair">
      <caption>
        <Link to={to}>
          {words.open} {candidate.ticket ?? candidate.nik}
        </Link>
        {candidate.areaName && ` · ${candidate.areaName}`}{' '}
        <LabelTag tone="wait">{words.alike(score)}</LabelTag>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.reported}</th>
          <th scope="col">{candidate.residentId ? words.recorded : words.reportedToo}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, left, right]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{left ?? words.unknown}</td>
            <td>
              {right ?? words.unknown} <Mark left={left} right={right} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ left, right }: { left: string | null; right: string | null }) {
  const words = useWords(duplicateWords);
  if (left === null || right === null) return null;
  const same = left.trim().toLowerCase() === right.trim().toLowerCase();
  return <LabelTag tone={same ? 'neutral' : 'bad'}>{same ? words.same : words.differs}</LabelTag>;
}
