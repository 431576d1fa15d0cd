import { Card, DatePicker, Flex, Tabs } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatMonth, todayInJakarta } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { ClosedMark } from '../../closings/components/closed-mark.js';
import type { BookId, CellRef } from '../api/books.js';
import { useRecap, type Recap } from '../api/recap.js';
import { recapWords } from '../words.js';
import { AreaChoice } from './area-choice.js';
import { BookFiles, BookView } from './book-view.js';
import { NamesDrawer } from './names-drawer.js';
import { RecapTable } from './recap-table.js';
import './recap-page.css';

const isVillage = (area: string) => area.split('.').length === 4;

/** The monthly report and the books of a month and an area. */
export function RecapPage() {
  const words = useWords(recapWords);
  const officer = useOfficer();
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const thisMonth = todayInJakarta().slice(0, 7);
  const month = search.get('month') ?? thisMonth;
  const area = search.get('area') ?? officer.areaCode;
  const books: BookId[] = isVillage(area) ? ['a9', 'b2', 'b3', 'rt'] : ['a9', 'areas', 'b2'];
  const chosen = books.find((book) => book === search.get('book')) ?? 'a9';
  const question = { month, area };
  const choose = (next: Record<string, string>) =>
    setSearch({ ...question, ...(chosen === 'a9' ? {} : { book: chosen }), ...next });
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
          onChange={(date) => date && choose({ month: date.format('YYYY-MM') })}
        />
        <AreaChoice
          withAbsent
          own={officer.areaCode}
          value={area}
          onChange={(next) => choose({ area: next })}
        />
      </Flex>
      <Tabs
        activeKey={chosen}
        onChange={(book) => choose({ book })}
        destroyOnHidden
        items={books.map((book) => ({
          key: book,
          label: words[book],
          children:
            book === 'a9' ? (
              <MonthlyReport question={question} />
            ) : (
              <BookView book={book} question={question} />
            ),
        }))}
      />
    </Page>
  );
}

function MonthlyReport({ question }: { question: { month: string; area: string } }) {
  const recap = useRecap(question);
  const [cell, setCell] = useState<(CellRef & { title: string }) | null>(null);
  return (
    <>
      <BookFiles book="a9" question={question} />
      <QueryState query={recap}>{(found) => <RecapView recap={found} onOpen={setCell} />}</QueryState>
      {cell && <NamesDrawer question={question} cell={cell} onClose={() => setCell(null)} />}
    </>
  );
}

function RecapView({ recap, onOpen }: { recap: Recap; onOpen(cell: CellRef & { title: string }): void }) {
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
        <RecapTable rows={recap.rows} number={number} onOpen={onOpen} />
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
