import { Alert, Button, Card, Flex } from 'antd';
import { ConfirmButton } from '../../../components/confirm-button.js';
import { Link, useNavigate } from 'react-router';
import { useLine } from '../../../api/use-line.js';
import { formatInstant, megabytes } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { reportFormOf, useEventTypes } from '../../event-types/api/event-types.js';
import { firstNameIn } from '../../forms/first-name-in.js';
import { formFields } from '../../forms/form-fields.js';
import type { Entry, QueuedReport, SealedDraft } from '../entries.js';
import { flushQueue, offline, useOffline } from '../offline.js';
import { offlineWords } from '../words.js';
import { KeptFileTag } from './kept-file-tag.js';
import './queue-card.css';

/** What is on the device, each with its state. */
export function QueueCard() {
  const words = useWords(offlineWords);
  const text = useText();
  const isUp = useLine();
  const { officer, entries, stopped } = useOffline();
  if (!officer)
    return (
      <Card size="small" title={words.queue}>
        <NothingHere>{words.queueClosed}</NothingHere>
      </Card>
    );
  const reports = entries.filter(({ kind }) => kind !== 'draft');
  const drafts = entries.filter(({ kind }) => kind === 'draft');
  const receipts = entries.filter(({ kind }) => kind === 'receipt');
  return (
    <>
      <Card size="small" title={words.queue}>
        <Flex vertical gap={12}>
          {reports.length === 0 ? (
            <NothingHere>{words.queueEmpty}</NothingHere>
          ) : (
            <Entries entries={reports} />
          )}
          {stopped && isUp && <Alert type="warning" showIcon title={words.stopped(text(stopped.title))} />}
          <Flex gap={8} wrap>
            {entries.some(({ kind }) => kind !== 'receipt') && (
              <Button onClick={() => void flushQueue()} disabled={!isUp}>
                {words.sendNow}
              </Button>
            )}
            {receipts.length > 0 && (
              <Button onClick={() => receipts.forEach(({ id }) => void offline.remove(id))}>
                {words.clearSent}
              </Button>
            )}
          </Flex>
        </Flex>
      </Card>
      {drafts.length > 0 && (
        <Card size="small" title={words.drafts}>
          <Entries entries={drafts} />
        </Card>
      )}
    </>
  );
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className="queue-entries">
      {entries.map((entry) => (
        <EntryLine key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const text = useText();
  const { language } = useLanguage();
  const types = useEventTypes();
  const type = types.data?.find(({ id }) => id === entry.type);
  const event = type ? text(type.names) : entry.type;
  const form = reportFormOf(type);
  // The store is open: its officer tells five births apart by the children.
  const person = form && entry.kind !== 'receipt' ? firstNameIn(formFields(form), entry.data) : null;
  const name = person ? `${event}: ${person}` : event;
  return (
    <li className="queue-entry">
      <span>
        <strong>{name}</strong> <span className="soft nowrap">{formatInstant(entry.at, language)}</span>
      </span>
      <EntryState entry={entry} />
      <EntryFiles reportId={entry.id} />
      {entry.kind !== 'receipt' && <EntryActions entry={entry} name={name} />}
    </li>
  );
}

function EntryFiles({ reportId }: { reportId: string }) {
  const words = useWords(offlineWords);
  const { language } = useLanguage();
  const { files, uploading } = useOffline();
  const own = files.filter((file) => file.reportId === reportId);
  if (own.length === 0) return null;
  return (
    <ul className="queue-files" aria-label={words.filesOf(own.length)}>
      {own.map((file) => (
        <li key={file.id}>
          {file.name} <span className="soft nowrap">{megabytes(file.bytes, language)}</span>{' '}
          <KeptFileTag file={file} isUploading={uploading === file.id} />
        </li>
      ))}
    </ul>
  );
}

function EntryState({ entry }: { entry: Entry }) {
  const words = useWords(offlineWords);
  const text = useText();
  const isUp = useLine();
  const { sending } = useOffline();
  if (entry.kind === 'receipt')
    return (
      <span>
        <LabelTag tone="good">{words.sent(entry.ticket ?? '')}</LabelTag>{' '}
        <Link to={`/cases/${entry.id}`}>{words.openCase(entry.ticket ?? '')}</Link>
      </span>
    );
  if (entry.problem) return <LabelTag tone="bad">{words.refused(text(entry.problem.title))}</LabelTag>;
  if (sending === entry.id) return <LabelTag tone="info">{words.sending}</LabelTag>;
  return <LabelTag tone="wait">{isUp ? words.waitingTurn : words.waiting}</LabelTag>;
}

/** Where the answer is a person's: another window has been at the draft, or thrown it away. */
const BY_CHOICE = ['/problems/draft-changed', '/problems/draft-discarded'];

function EntryActions({ entry, name }: { entry: SealedDraft | QueuedReport; name: string }) {
  const words = useWords(offlineWords);
  const navigate = useNavigate();
  const { sending } = useOffline();
  if (sending === entry.id) return null;
  // A report that may have reached the server is not filled in again before that is known.
  const isSettled = entry.kind === 'draft' || entry.problem !== null || !entry.attempted;
  const onResume = async () => {
    const { id, type, data, version, begunBy, answers, at } = entry;
    await offline.put({ kind: 'draft', id, type, data, version, begunBy, answers, at, problem: null });
    await navigate(`/reports/${id}/edit`);
  };
  const onTakeMine = async () => {
    const anew = entry.kind === 'report' ? { ...entry, attempted: false } : entry;
    await offline.put({ ...anew, version: null, problem: null });
    await flushQueue();
  };
  return (
    <Flex gap={8} wrap>
      {entry.problem && BY_CHOICE.includes(entry.problem.type ?? '') && (
        <Button size="small" onClick={() => void onTakeMine()}>
          {words.takeMine}
        </Button>
      )}
      {isSettled && (
        <Button
          size="small"
          onClick={() => void onResume()}
          aria-label={entry.kind === 'draft' ? words.resumeNamed(name) : words.mendNamed(name)}
        >
          {entry.kind === 'draft' ? words.resume : words.mend}
        </Button>
      )}
      {isSettled && (
        <ConfirmButton
          size="small"
          label={words.remove}
          aria-label={words.removeNamed(name)}
          question={words.removeConfirm}
          onConfirm={() => void offline.remove(entry.id)}
        />
      )}
    </Flex>
  );
}
