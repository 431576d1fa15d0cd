import { codeName } from '@lampid/domain/codes';
import { Alert, Button, Card, Descriptions, Form, Input } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatDate } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { FormDialog } from '../../../components/form-dialog.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { BeginReport } from '../../corrections/components/begin-report.js';
import { correctionWords } from '../../corrections/words.js';
import { LettersCard } from '../../letters/components/letters-card.js';
import { PrintLetters } from '../../letters/components/print-letters.js';
import { useResident, useRevealResident, type Resident } from '../api/residents.js';
import { registryWords } from '../words.js';
import { ResidentStatus } from './resident-status.js';

export function ResidentPage() {
  const { id = '' } = useParams();
  const resident = useResident(id);
  return (
    <QueryState query={resident}>{(found) => <ResidentView key={found.id} resident={found} />}</QueryState>
  );
}

function ResidentView({ resident }: { resident: Resident }) {
  const words = useWords(registryWords);
  const correction = useWords(correctionWords);
  const { language } = useLanguage();
  const officer = useOfficer();
  // Kept in memory only: leaving the page masks the numbers again.
  const [revealed, setRevealed] = useState<Resident | null>(null);
  const shown = revealed ?? resident;
  const rows: [string, React.ReactNode][] = [
    [words.nik, <span className="number">{shown.nik}</span>],
    [
      words.card,
      shown.familyCardId && <Link to={`/family-cards/${shown.familyCardId}`}>{shown.familyCardNumber}</Link>,
    ],
    [words.relation, shown.relation && codeName('shdk', shown.relation)],
    [words.sex, shown.sex === 1 ? words.male : words.female],
    [words.birth, `${shown.birthPlace}, ${formatDate(shown.birthDate, language)}`],
    [words.area, shown.areaName ?? shown.areaCode],
    [words.religion, codeName('agama', shown.religion)],
    [words.marital, codeName('statusKawin', shown.maritalStatus)],
    [words.education, codeName('pendidikan', shown.education)],
    [words.occupation, codeName('pekerjaan', shown.occupation)],
    [words.father, shown.fatherName],
    [words.mother, shown.motherName],
    [words.deathDate, shown.deathDate && formatDate(shown.deathDate, language)],
  ];
  return (
    <Page
      title={shown.name}
      lead={<ResidentStatus status={shown.status} />}
      actions={
        officer.role !== 'auditor' && (
          <>
            <PrintLetters residentId={resident.id} />
            <BeginReport
              type="correction"
              label={correction.correctResident}
              initial={{
                subject: 'elements',
                areaCode: resident.areaCode,
                resident: { name: resident.name, ...(revealed ? { nik: revealed.nik } : {}) },
              }}
            />
            {!revealed && <Reveal residentId={resident.id} onRevealed={setRevealed} />}
          </>
        )
      }
    >
      {revealed && <Alert type="warning" showIcon title={words.revealed} className="bar" />}
      <Card size="small">
        <Descriptions
          size="small"
          bordered
          column={{ xs: 1, md: 2 }}
          items={rows.flatMap(([label, children]) => (children ? [{ key: label, label, children }] : []))}
        />
      </Card>
      {shown.deeds.length > 0 && (
        <Card size="small" title={words.deeds} className="next-card">
          <ul className="plain-list">
            {shown.deeds.map((deed) => (
              <li key={deed.number}>
                <span className="number">{deed.number}</span> · {formatDate(deed.registeredOn, language)}{' '}
                {deed.status === 'void' && <LabelTag tone="bad">{words.void}</LabelTag>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <LettersCard residentId={resident.id} />
    </Page>
  );
}

function Reveal({ residentId, onRevealed }: { residentId: string; onRevealed(resident: Resident): void }) {
  const words = useWords(registryWords);
  const [open, setOpen] = useState(false);
  const reveal = useRevealResident(residentId);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.reveal}</Button>
      {open && (
        <FormDialog<{ reason: string }>
          title={words.reveal}
          submit={words.reveal}
          loading={reveal.isPending}
          onClose={close}
          onFinish={({ reason }) =>
            reveal.mutate(reason.trim(), {
              onSuccess: (resident) => {
                close();
                onRevealed(resident);
              },
            })
          }
        >
          <Form.Item
            name="reason"
            label={words.revealReason}
            rules={[{ required: true, whitespace: true, min: 5, message: words.revealReasonNeeded }]}
          >
            <Input.TextArea rows={3} maxLength={300} />
          </Form.Item>
          {reveal.error && <ProblemAlert error={reveal.error} />}
        </FormDialog>
      )}
    </>
  );
}
