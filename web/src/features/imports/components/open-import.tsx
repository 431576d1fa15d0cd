import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Descriptions, Flex, Modal, Progress } from 'antd';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { faultsAddress, isMoving, isOpen, useDecideImport, type ImportSummary } from '../api/imports.js';
import { importWords } from '../words.js';
import { FaultList } from './fault-list.js';
import { ImportStateTag } from './import-state-tag.js';
import { PreviewLines } from './preview-lines.js';
import { useToast } from '../../../components/toast.js';
import { useRefusal } from '../../../components/use-refusal.js';

/** The newest import: how far it is, what is wrong with it, and what can be decided about it. */
export function OpenImport({ found }: { found: ImportSummary }) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const number = (value: number) => value.toLocaleString(language);
  const lines = found.errors + found.warnings > 0 && isOpen(found.state) && !isMoving(found.state);
  return (
    <Card
      title={
        <Flex gap={8} align="center">
          {formatInstant(found.createdAt, language)} <ImportStateTag state={found.state} />
        </Flex>
      }
      extra={isOpen(found.state) && <Decisions found={found} />}
    >
      <Flex vertical gap={16}>
        <HowFar found={found} />
        <Descriptions
          size="small"
          column={{ xs: 2, md: 4 }}
          items={[
            { key: 'people', label: words.people, children: number(found.rowsRead) },
            { key: 'families', label: words.families, children: number(found.families) },
            { key: 'errors', label: words.errors, children: number(found.errors) },
            { key: 'warnings', label: words.warnings, children: number(found.warnings) },
          ]}
        />
        <Outcome found={found} />
        {lines && <FaultList found={found} />}
        {(found.state === 'ready' || found.state === 'faulty') && <PreviewLines found={found} />}
      </Flex>
    </Card>
  );
}

/** One bar per step, each with its numbers in words. */
function HowFar({ found }: { found: ImportSummary }) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const { state, rowsRead, rowsWritten, rowsExpected } = found;
  if (!isOpen(state)) return null;
  const number = (value: number) => value.toLocaleString(language);
  const read = state !== 'reading';
  const checked = read && state !== 'checking';
  const steps = [
    {
      name: words.stepRead,
      percent: read ? 100 : percentOf(rowsRead, rowsExpected),
      text: words.rowsRead(number(rowsRead), rowsExpected === null || read ? null : number(rowsExpected)),
    },
    { name: words.stepChecked, percent: checked ? 100 : 0, text: '' },
    {
      name: words.stepWritten,
      percent: percentOf(rowsWritten, rowsRead),
      text: state === 'writing' ? words.rowsRead(number(rowsWritten), number(rowsRead)) : '',
    },
  ];
  return (
    <ul className="import-steps" aria-label={words.steps}>
      {steps.map(({ name, percent, text }) => (
        <li key={name}>
          <span>
            {name} <small>{text}</small>
          </span>
          <Progress percent={percent} size="small" aria-label={name} />
        </li>
      ))}
    </ul>
  );
}

function percentOf(part: number, whole: number | null): number {
  return whole ? Math.min(100, Math.round((100 * part) / whole)) : 0;
}

function Outcome({ found }: { found: ImportSummary }) {
  const words = useWords(importWords);
  const text = useText();
  const { language } = useLanguage();
  const { state, rowsWritten, families, postingKind } = found;
  switch (state) {
    case 'faulty':
      return (
        <Alert
          type="error"
          showIcon
          title={words.faultyNote}
          action={
            <Button size="small" icon={<DownloadOutlined aria-hidden />} href={faultsAddress(found.id)}>
              {words.downloadFaults}
            </Button>
          }
        />
      );
    case 'ready':
      return found.warnings > 0 ? (
        <Alert type="warning" showIcon title={words.readyWarnings} />
      ) : (
        <Alert type="success" showIcon title={words.readyNote} />
      );
    case 'done': {
      const written = words.doneNote(rowsWritten.toLocaleString(language), families.toLocaleString(language));
      return (
        <Alert type="success" showIcon title={`${written}${postingKind ? `, ${words[postingKind]}` : ''}`} />
      );
    }
    case 'failed':
      return found.failure && <Alert type="error" showIcon title={text(found.failure)} />;
    default:
      return null;
  }
}

function Decisions({ found }: { found: ImportSummary }) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const refusal = useRefusal();
  const toast = useToast();
  const [modal, dialogs] = Modal.useModal();
  const decide = useDecideImport();
  const send = (decision: 'commit' | 'cancel') =>
    decide.mutateAsync({ id: found.id, decision }).catch((error: unknown) => toast.warning(refusal(error)));
  const number = (value: number) => value.toLocaleString(language);
  return (
    <Flex gap={8} wrap>
      <Button
        danger
        onClick={() =>
          void modal.confirm({
            ...{ title: words.cancelConfirm, content: words.cancelNote, okText: words.cancel },
            onOk: () => send('cancel'),
          })
        }
      >
        {words.cancel}
      </Button>
      <Button
        type="primary"
        disabled={found.state !== 'ready'}
        onClick={() =>
          void modal.confirm({
            title: words.writeConfirm(number(found.rowsRead), number(found.families)),
            content: words.writeNote,
            okText: words.write,
            onOk: () => send('commit'),
          })
        }
      >
        {words.write}
      </Button>
      {dialogs}
    </Flex>
  );
}
