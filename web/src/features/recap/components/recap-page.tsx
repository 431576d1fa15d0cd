import { Card, DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { useSearchParams } from 'react-router';
import { formatMonth, todayInJakarta } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { ClosedMark } from '../../closings/components/closed-mark.js';
import { useRecap, type Recap } from '../api/recap.js';
import { recapWords } from '../words.js';
import { AreaChoice } from './area-choice.js';
import { RecapTable } from './recap-table.js';
import './recap-page.css';

/** Form A-9 of a month and an area. */
export function RecapPage() {
  const words = useWords(recapWords);
  const officer = useOfficer();
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const thisMonth = todayInJakarta().slice(0, 7);
  const month = search.get('month') ?? thisMonth;
  const area = search.get('area') ?? officer.areaCode;
  const recap = useRecap({ month, area });
  return (
    <Page title={words.title} lead={words.lead}>
      <Flex gap={8} wrap className="filters">
        <DatePicker
          picker="month"
          aria-label={words.month}
          format="MMMM YYYY"
          allowClear={false}
          value={dayjs(`${month}-01`).locale(language)}
          disabledDate={(date) => date.format('YYYY-MM') > thisMonth}
          onChange={(date) => date && setSearch({ area, month: date.format('YYYY-MM') })}
        />
        <AreaChoice
          own={officer.areaCode}
          value={area}
          onChange={(next) => setSearch({ month, area: next })}
        />
      </Flex>
      <QueryState query={recap}>{(found) => <RecapView recap={found} />}</QueryState>
    </Page>
  );
}

function RecapView({ recap }: { recap: Recap }) {
  const words = useWords(recapWords);
  const text = useText();
  const { language } = useLanguage();
  const number = (value: number) => value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB');
  return (
    <>
      <Card
        size="small"
        title={words.caption(recap.areaName, formatMonth(recap.month, language))}
        extra={<ClosedMark closed={recap.closed} />}
      >
        <RecapTable rows={recap.rows} number={number} />
      </Card>
      <div className="recap-below">
        <Card size="small" title={words.departures}>
          <div className="recap-scroll">
            <table className="recap-table">
              <thead>
                <tr>
                  <th scope="col">{words.item}</th>
                  <th scope="col">{words.male}</th>
                  <th scope="col">{words.female}</th>
                  <th scope="col">{words.both}</th>
                  <th scope="col">{words.families}</th>
                </tr>
              </thead>
              <tbody>
                {recap.departures.map((row) => (
                  <tr key={row.target}>
                    <th scope="row">{text(row.names)}</th>
                    <td>{number(row.male)}</td>
                    <td>{number(row.female)}</td>
                    <td>{number(row.all)}</td>
                    <td>{number(row.families)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
        <Card size="small" title={words.checks}>
          <ul className="recap-checks">
            {recap.checks.map((check) => (
              <li key={check.id}>
                <LabelTag tone={check.holds === null ? 'neutral' : check.holds ? 'good' : 'bad'}>
                  {check.holds === null ? words.unknown : check.holds ? words.holds : words.fails}
                </LabelTag>{' '}
                {check.id} {text(check.names)}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </>
  );
}
