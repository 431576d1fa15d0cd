import { Alert, DatePicker, Flex, Select, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { todayInJakarta } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import { useTimes, type Question } from '../api/analysis.js';
import { analysisWords } from '../words.js';
import { BreachesView } from './breaches-view.js';
import { ConformanceView } from './conformance-view.js';
import { TimesView } from './times-view.js';
import './analysis-page.css';

const DAYS_SHOWN = 30;
const MOST_DAYS = 366;
const VIEWS = ['times', 'conformance', 'breaches'] as const;

/** Many cases at once, for those who watch over them. Nothing here changes anything. */
export function AnalysisPage() {
  const words = useWords(analysisWords);
  const types = useEventTypes();
  return (
    <Page title={words.title} lead={words.lead}>
      <QueryState query={types} isEmpty={(items) => items.length === 0}>
        {(items) => <Analysis types={items} />}
      </QueryState>
    </Page>
  );
}

function Analysis({ types }: { types: NonNullable<ReturnType<typeof useEventTypes>['data']> }) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const officer = useOfficer();
  const [search, setSearch] = useSearchParams();
  const today = todayInJakarta();
  const question: Question = {
    type: search.get('type') ?? types[0]!.id,
    area: search.get('area') ?? officer.areaCode,
    from:
      search.get('from') ??
      dayjs(today)
        .subtract(DAYS_SHOWN - 1, 'day')
        .format('YYYY-MM-DD'),
    to: search.get('to') ?? today,
    version: search.get('version'),
  };
  const view = VIEWS.find((one) => one === search.get('view')) ?? VIEWS[0];
  const choose = (change: Partial<Question> & { view?: string }) => {
    const { version, ...rest } = { ...question, view, ...change };
    setSearch({ ...rest, ...(version && { version }) });
  };
  const times = useTimes(question);
  const contents = {
    times: <QueryState query={times}>{(found) => <TimesView times={found} />}</QueryState>,
    conformance: <ConformanceView question={question} />,
    breaches: <BreachesView question={question} />,
  };
  return (
    <>
      <Flex gap={8} wrap className="filters">
        <Select
          aria-label={words.type}
          value={question.type}
          onChange={(type) => choose({ type, version: null })}
          style={{ width: 200 }}
          options={types.map(({ id, names }) => ({ value: id, label: text(names) }))}
        />
        <Select
          aria-label={words.version}
          value={question.version ?? ''}
          onChange={(version) => choose({ version: version || null })}
          style={{ width: 180 }}
          options={[
            { value: '', label: words.everyVersion },
            ...(times.data?.versions ?? []).map(({ definitionId, version, cases }) => ({
              value: definitionId,
              label: words.versionOf(version, cases),
            })),
          ]}
        />
        <DatePicker.RangePicker
          aria-label={words.period}
          format="D MMM YYYY"
          allowClear={false}
          value={[dayjs(question.from).locale(language), dayjs(question.to).locale(language)]}
          disabledDate={(date, { from }) =>
            date.format('YYYY-MM-DD') > today ||
            (from !== undefined && Math.abs(date.diff(from, 'day')) >= MOST_DAYS)
          }
          onChange={(dates) =>
            dates?.[0] &&
            dates[1] &&
            choose({ from: dates[0].format('YYYY-MM-DD'), to: dates[1].format('YYYY-MM-DD') })
          }
        />
        <AreaChoice own={officer.areaCode} value={question.area} onChange={(area) => choose({ area })} />
      </Flex>
      {times.data && (
        <p className="soft analysis-counted" aria-live="polite">
          {words.counted(times.data.cases)}
        </p>
      )}
      {times.data?.isCut && <Alert type="warning" showIcon title={words.cut(times.data.cases)} />}
      <Tabs
        activeKey={view}
        onChange={(next) => choose({ view: next })}
        destroyOnHidden
        items={VIEWS.map((key) => ({ key, label: words[key], children: contents[key] }))}
      />
    </>
  );
}
