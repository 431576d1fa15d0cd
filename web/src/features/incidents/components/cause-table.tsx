import { Button, Flex, Table, type TableProps } from 'antd';
import { formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import type { IncidentGroup } from '../api/incidents.js';
import { kindName } from '../kind-name.js';
import { incidentWords } from '../words.js';

interface CauseTableProps {
  groups: IncidentGroup[];
  isPending: boolean;
  mayRetry: boolean;
  busy: boolean;
  onOpen(cause: string): void;
  onRetry(cause: string, count: number): void;
}

/** The same trouble at many cases as one line. */
export function CauseTable({ groups, isPending, mayRetry, busy, onOpen, onRetry }: CauseTableProps) {
  const words = useWords(incidentWords);
  const text = useText();
  const { language } = useLanguage();
  const eventTypes = useEventTypes();
  const nameOfType = (type: string) => {
    const names = eventTypes.data?.find(({ id }) => id === type)?.names;
    return names ? text(names) : type;
  };
  const columns: TableProps<IncidentGroup>['columns'] = [
    {
      title: words.cause,
      render: (_, { message, kind, step }) => (
        <>
          <LabelTag tone="bad">{kindName(words, kind)}</LabelTag> <strong>{text(step)}</strong>
          <div className="incident-message">{message}</div>
        </>
      ),
    },
    {
      title: words.types,
      responsive: ['md'],
      render: (_, { types }) => types.map(nameOfType).join(', ') || '–',
    },
    { title: words.first, responsive: ['lg'], render: (_, { firstAt }) => formatInstant(firstAt, language) },
    { title: words.last, responsive: ['lg'], render: (_, { lastAt }) => formatInstant(lastAt, language) },
    {
      title: words.count,
      align: 'right',
      render: (_, { cause, count, message }) => (
        <Button
          type="link"
          size="small"
          aria-label={words.showCases(count, message)}
          onClick={() => onOpen(cause)}
        >
          {count}
        </Button>
      ),
    },
    {
      title: words.retry,
      align: 'right',
      hidden: !mayRetry,
      render: (_, { cause, count }) => (
        <Flex justify="end">
          <Button size="small" disabled={busy} onClick={() => onRetry(cause, count)}>
            {words.retryAll(count)}
          </Button>
        </Flex>
      ),
    },
  ];
  return (
    <Table<IncidentGroup>
      rowKey="cause"
      size="small"
      columns={columns}
      dataSource={groups}
      loading={isPending}
      pagination={false}
      locale={{ emptyText: words.none }}
    />
  );
}
