import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card, DatePicker, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import type { EventType } from '../../../api/wire.js';
import { todayInJakarta } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import { eventLogAddress, useEventLogSize, type EventLogQuestion } from '../api/event-log.js';
import { eventLogWords } from '../words.js';
import './event-log-page.css';

/** What a server gives out at once: a year. */
const MOST_MONTHS = 12;

/** Choose cases and take their event log away. */
export function EventLogPage() {
  const words = useWords(eventLogWords);
  const eventTypes = useEventTypes();
  return (
    <Page title={words.title} lead={words.lead}>
      <QueryState query={eventTypes}>{(types) => <EventLogChoice types={types} />}</QueryState>
    </Page>
  );
}

function EventLogChoice({ types }: { types: readonly EventType[] }) {
  const words = useWords(eventLogWords);
  const text = useText();
  const { language } = useLanguage();
  const officer = useOfficer();
  const [search, setSearch] = useSearchParams();
  const thisMonth = todayInJakarta().slice(0, 7);
  const chosen = {
    type: search.get('type') ?? types[0]?.id ?? '',
    area: search.get('area') ?? officer.areaCode,
    from: search.get('from') ?? thisMonth,
    to: search.get('to') ?? thisMonth,
  };
  const choose = (next: Partial<typeof chosen>) => setSearch({ ...chosen, ...next }, { replace: true });
  const month = (value: string) => dayjs(`${value}-01`).locale(language);
  return (
    <>
      <Flex gap={8} wrap className="filters">
        <Select
          aria-label={words.type}
          value={chosen.type}
          onChange={(type) => choose({ type })}
          style={{ width: 220 }}
          options={types.map(({ id, names }) => ({ value: id, label: text(names) }))}
        />
        <DatePicker.RangePicker
          picker="month"
          aria-label={words.period}
          format="MMMM YYYY"
          allowClear={false}
          value={[month(chosen.from), month(chosen.to)]}
          disabledDate={(date, { from }) =>
            date.format('YYYY-MM') > thisMonth ||
            (from !== undefined && Math.abs(date.diff(from, 'month')) >= MOST_MONTHS)
          }
          onChange={(dates) =>
            dates?.[0] &&
            dates[1] &&
            choose({ from: dates[0].format('YYYY-MM'), to: dates[1].format('YYYY-MM') })
          }
        />
        <AreaChoice own={officer.areaCode} value={chosen.area} onChange={(area) => choose({ area })} />
      </Flex>
      <EventLogCard
        question={{
          ...{ type: chosen.type, area: chosen.area, from: `${chosen.from}-01` },
          until: month(chosen.to).endOf('month').format('YYYY-MM-DD'),
        }}
      />
    </>
  );
}

function EventLogCard({ question }: { question: EventLogQuestion }) {
  const words = useWords(eventLogWords);
  const { language } = useLanguage();
  const size = useEventLogSize(question);
  const number = (value: number) => value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');
  return (
    <Card size="small" title={words.contents}>
      <ul className="plain-list event-log-contents">
        <li>{words.holds}</li>
        <li>{words.holdsNot}</li>
        <li>{words.recorded}</li>
      </ul>
      <QueryState query={size}>
        {({ cases, most }) => (
          <Flex gap={12} wrap align="center">
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              disabled={cases === 0 || cases > most}
              {...(cases > 0 && cases <= most && { href: eventLogAddress(question), download: true })}
            >
              {words.download}
            </Button>
            <span aria-live="polite">
              {cases > most ? words.tooMany(number(most)) : words.cases(number(cases))}
            </span>
          </Flex>
        )}
      </QueryState>
    </Card>
  );
}
