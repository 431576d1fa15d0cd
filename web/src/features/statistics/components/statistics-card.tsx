import { BarChartOutlined, DownloadOutlined, PictureOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Card, Flex } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { formatMonth } from '../../../components/format.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useStatistics, type Dimension, type Question, type Statistics } from '../api/statistics.js';
import { leadsToCases } from '../bar-question.js';
import { saveFile } from '../save-file.js';
import { toCsv } from '../to-csv.js';
import { statisticsWords } from '../words.js';
import { BarChart, type BarChartHandle } from './bar-chart.js';
import { NumbersTable } from './numbers-table.js';

/** Their parts are months. */
const MONTHLY = new Set<Dimension>(['month', 'satisfaction']);

export interface Bar {
  statistics: Statistics;
  part: string;
  series: string;
  /** `November 2026, Lahir` */
  name: string;
}

interface StatisticsCardProps {
  by: Dimension;
  question: Question;
  onOpen(bar: Bar): void;
}

/** One question to the numbers: as a picture or as a table, and as a file. */
export function StatisticsCard({ by, question, onOpen }: StatisticsCardProps) {
  const found = useStatistics(by, question);
  return (
    <QueryState query={found}>
      {(statistics) => <Numbers statistics={statistics} question={question} onOpen={onOpen} />}
    </QueryState>
  );
}

function Numbers({
  statistics,
  question,
  onOpen,
}: Omit<StatisticsCardProps, 'by'> & { statistics: Statistics }) {
  const words = useWords(statisticsWords);
  const text = useText();
  const { language } = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const chart = useRef<BarChartHandle>(null);
  const { by, unit } = statistics;
  const title = words[by];
  const parts = useMemo(
    () =>
      statistics.parts.map(({ key, names, values }) => ({
        ...{ key, values },
        name: MONTHLY.has(by) ? formatMonth(key, language) : text(names),
      })),
    [statistics, by, language, text],
  );
  const series = useMemo(
    () =>
      statistics.series.map(({ id, names }) => ({
        ...{ id, name: text(names) },
        scale: id === 'mean' ? ('score' as const) : ('count' as const),
      })),
    [statistics, text],
  );
  const open = useCallback(
    (bar: { part: string; series: string }) => {
      const name = [
        parts.find(({ key }) => key === bar.part)?.name,
        by !== 'duration' && series.find(({ id }) => id === bar.series)?.name,
      ];
      onOpen({ statistics, ...bar, name: name.filter(Boolean).join(', ') });
    },
    [onOpen, statistics, parts, series, by],
  );
  const onBar = leadsToCases(statistics) ? open : null;
  const fileName = `${by}-${question.area}-${question.from}-${question.to}`;
  const save = () => {
    const head = [title, ...series.map(({ name }) => name)];
    const lines = parts.map(({ name, values }) => [name, ...values]);
    saveFile({ name: `${fileName}.csv`, type: 'text/csv', content: toCsv({ head, lines }) });
  };
  return (
    <Card
      className={by === 'area' || by === 'satisfactionArea' ? 'statistics-wide' : undefined}
      title={<h2 className="statistics-heading">{title}</h2>}
      extra={
        <Flex gap={4}>
          <Button
            size="small"
            icon={asTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
            aria-label={`${asTable ? words.asChart : words.asTable}: ${title}`}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? words.asChart : words.asTable}
          </Button>
          <Button
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            aria-label={words.csv(title)}
            onClick={save}
          >
            CSV
          </Button>
          <Button
            size="small"
            icon={<PictureOutlined aria-hidden />}
            aria-label={words.svg(title)}
            disabled={asTable}
            onClick={() =>
              saveFile({
                name: `${fileName}.svg`,
                type: 'image/svg+xml',
                content: chart.current?.svg() ?? '',
              })
            }
          >
            SVG
          </Button>
        </Flex>
      }
    >
      <p className="statistics-note">{noteOf(words, statistics)}</p>
      {asTable ? (
        <NumbersTable title={title} parts={parts} series={series} onOpen={onBar} />
      ) : (
        <BarChart
          ref={chart}
          label={`${title} (${words[unit]})`}
          parts={parts}
          series={series}
          onOpen={onBar}
        />
      )}
    </Card>
  );
}

function noteOf(
  words: Record<'eventNote' | 'areaNote' | 'latenessNote' | 'durationNote' | 'satisfactionNote', string>,
  { by }: Statistics,
): string {
  if (by === 'satisfaction' || by === 'satisfactionArea') return words.satisfactionNote;
  if (by === 'area') return words.areaNote;
  if (by === 'lateness') return words.latenessNote;
  return by === 'duration' ? words.durationNote : words.eventNote;
}
