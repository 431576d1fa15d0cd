import { DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { todayInJakarta } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import { DIMENSIONS } from '../api/statistics.js';
import { barQuestion } from '../bar-question.js';
import { statisticsWords } from '../words.js';
import { CasesDrawer } from './cases-drawer.js';
import { StatisticsCard, type Bar } from './statistics-card.js';
import './statistics-page.css';

const MONTHS_SHOWN = 6;
const VILLAGE = 4;

/** Charts of an area and a period; a bar leads to its cases, an area to what lies beneath it. */
export function StatisticsPage() {
  const words = useWords(statisticsWords);
  const { language } = useLanguage();
  const officer = useOfficer();
  const [search, setSearch] = useSearchParams();
  const [bar, setBar] = useState<Bar | null>(null);
  const thisMonth = todayInJakarta().slice(0, 7);
  const first = dayjs(`${thisMonth}-01`)
    .subtract(MONTHS_SHOWN - 1, 'month')
    .format('YYYY-MM');
  const question = {
    from: search.get('from') ?? first,
    to: search.get('to') ?? thisMonth,
    area: search.get('area') ?? officer.areaCode,
  };
  const dimensions = DIMENSIONS.filter(
    (by) => !['area', 'satisfactionArea'].includes(by) || question.area.split('.').length < VILLAGE,
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Flex gap={8} wrap className="filters">
        <DatePicker.RangePicker
          picker="month"
          aria-label={words.period}
          format="MMMM YYYY"
          allowClear={false}
          value={[dayjs(`${question.from}-01`).locale(language), dayjs(`${question.to}-01`).locale(language)]}
          disabledDate={(date) => date.format('YYYY-MM') > thisMonth}
          onChange={(dates) =>
            dates?.[0] &&
            dates[1] &&
            setSearch({ ...question, from: dates[0].format('YYYY-MM'), to: dates[1].format('YYYY-MM') })
          }
        />
        <AreaChoice
          withAbsent
          own={officer.areaCode}
          value={question.area}
          onChange={(area) => setSearch({ ...question, area })}
        />
      </Flex>
      <div className="statistics">
        {dimensions.map((by) => (
          <StatisticsCard key={by} by={by} question={question} onOpen={setBar} />
        ))}
      </div>
      {bar && (
        <CasesDrawer
          question={barQuestion(question, bar.statistics, bar)}
          title={bar.name}
          onOpenArea={
            bar.statistics.by === 'area'
              ? () => {
                  setSearch({ ...question, area: bar.part });
                  setBar(null);
                }
              : null
          }
          onClose={() => setBar(null)}
        />
      )}
    </Page>
  );
}
