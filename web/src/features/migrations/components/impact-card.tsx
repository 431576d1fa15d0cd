import { Alert, Card, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { LabelTag } from '../../../components/label-tag.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import type { Impact, Plan } from '../api/migrations.js';
import { placeName } from '../place-names.js';
import { migrationWords } from '../words.js';

interface ImpactCardProps {
  impact: Impact;
  plan: Plan;
  /** Something was changed since. */
  stale: boolean;
  title: string;
  /** What follows from it. */
  children: ReactNode;
}

/** What a dry run has shown: how many cases, from where to where, what stands in the way, what will look different. */
export function ImpactCard({ impact, plan, title, stale, children }: ImpactCardProps) {
  const words = useWords(migrationWords);
  const text = useText();
  const { language } = useLanguage();
  const number = (value: number) => value.toLocaleString(language);
  const nameIn = (places: Plan['source'], id: string | null) =>
    id === null ? words.nowhere : placeName(places, id, text);
  const steps: TableProps<Impact['steps'][number]>['columns'] = [
    { title: words.stands, render: (_, { element }) => nameIn(plan.source, element) },
    { title: words.goesTo, render: (_, { to }) => nameIn(plan.target, to) },
    { title: words.cases, align: 'right', width: 90, render: (_, { cases }) => number(cases) },
  ];
  const obstacles: TableProps<Impact['obstacles'][number]>['columns'] = [
    {
      title: words.why,
      render: (_, { message, later }) => (
        <>
          {text(message)} {later && <LabelTag tone="wait">{words.later}</LabelTag>}
        </>
      ),
    },
    { title: words.tickets, responsive: ['md'], render: (_, { tickets }) => tickets.join(', ') },
    { title: words.cases, align: 'right', width: 90, render: (_, { cases }) => number(cases) },
  ];
  const faults = impact.remarks.filter(({ kind }) => kind === 'fault');
  const notices = impact.remarks.filter(({ kind }) => kind === 'notice');
  return (
    <Card size="small" title={title}>
      <div className="migration-stack">
        <div role="status">
          <Alert
            type={impact.moves === impact.running && faults.length === 0 ? 'success' : 'warning'}
            showIcon
            title={words.wouldMove(number(impact.moves), number(impact.running))}
            description={faults.length > 0 ? words.faulty : stale ? words.stale : null}
          />
        </div>
        {impact.steps.length > 0 && (
          <section aria-labelledby="impact-steps">
            <h3 id="impact-steps">{words.perStep}</h3>
            <Table
              rowKey="element"
              size="small"
              pagination={false}
              columns={steps}
              dataSource={impact.steps}
            />
          </section>
        )}
        {impact.obstacles.length > 0 && (
          <section aria-labelledby="impact-obstacles">
            <h3 id="impact-obstacles">{words.obstacles}</h3>
            <Table
              rowKey={({ code, message }) => `${code} ${message.en}`}
              size="small"
              pagination={false}
              columns={obstacles}
              dataSource={impact.obstacles}
            />
          </section>
        )}
        <section aria-labelledby="impact-differences">
          <h3 id="impact-differences">{words.differences}</h3>
          {notices.length === 0 ? (
            <p className="soft">{words.noDifferences}</p>
          ) : (
            <ul className="migration-remarks">
              {notices.map(({ element, code, message }) => (
                <li key={`${element} ${code} ${message.en}`}>
                  <strong>{nameIn(plan.source, element)}</strong>: {text(message)}
                </li>
              ))}
            </ul>
          )}
        </section>
        {children}
      </div>
    </Card>
  );
}
