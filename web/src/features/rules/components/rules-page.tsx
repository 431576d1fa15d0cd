import type { ComparedFact, Severity } from '@lampid/domain/rules/finding';
import { Card, Input, Select, Table, type TableProps, Typography } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { EventType } from '../../../api/wire.js';
import { formatDate } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { severityTones } from '../../findings/severity.js';
import { findingWords } from '../../findings/words.js';
import { useRules, type Rule } from '../api/rules.js';
import { filterRules } from '../filter-rules.js';
import { ruleWords } from '../words.js';
import './rules-page.css';

/** Every rule that reports are judged by, with its law and how often it was true. */
export function RulesPage() {
  const words = useWords(ruleWords);
  const eventTypes = useEventTypes();
  return (
    <Page title={words.title} lead={words.lead}>
      <QueryState query={eventTypes} isEmpty={(items) => items.length === 0}>
        {(items) => <RuleBrowser eventTypes={items} />}
      </QueryState>
    </Page>
  );
}

const SEVERITIES: Severity[] = ['E', 'A', 'L', 'W'];

function RuleBrowser({ eventTypes }: { eventTypes: EventType[] }) {
  const words = useWords(ruleWords);
  const finding = useWords(findingWords);
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const [severity, setSeverity] = useState<Severity | null>(null);
  const [query, setQuery] = useState('');
  const type = search.get('type') ?? eventTypes[0]!.id;
  const rules = useRules(type);
  return (
    <Card size="small">
      <div className="rules-filters">
        <Select
          aria-label={words.event}
          value={type}
          onChange={(next: string) => setSearch({ type: next })}
          options={eventTypes.map(({ id, names }) => ({ value: id, label: text(names) }))}
        />
        <Select
          aria-label={words.severity}
          value={severity ?? ''}
          onChange={(next: string) => setSeverity(next === '' ? null : (next as Severity))}
          options={[
            { value: '', label: words.anySeverity },
            ...SEVERITIES.map((value) => ({ value, label: finding[value] })),
          ]}
        />
        <Input
          type="search"
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <QueryState query={rules}>
        {(items) => {
          const shown = filterRules(items, { severity, text: query });
          return (
            <>
              <Typography.Text type="secondary">
                {words.count(shown.length, items[0]?.version ?? 0)}
              </Typography.Text>
              <RuleTable rules={shown} />
            </>
          );
        }}
      </QueryState>
    </Card>
  );
}

function RuleTable({ rules }: { rules: Rule[] }) {
  const words = useWords(ruleWords);
  const finding = useWords(findingWords);
  const text = useText();
  const { language } = useLanguage();
  const number = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB');
  const columns: TableProps<Rule>['columns'] = [
    { title: words.code, width: 64, render: (_, { code }) => <span className="number">{code}</span> },
    {
      title: words.rule,
      render: (_, { severity, message, table }) => (
        <>
          <LabelTag tone={severityTones[severity]}>{finding[severity]}</LabelTag> {text(message)}
          <div className="rule-table">{text(table.names)}</div>
        </>
      ),
    },
    {
      title: words.law,
      width: 200,
      render: (_, { legalBasis, effectiveFrom: from, effectiveUntil: until }) => (
        <>
          {legalBasis ?? '–'}
          {from && (
            <div className="rule-table">
              {until
                ? words.between(formatDate(from, language), formatDate(until, language))
                : words.since(formatDate(from, language))}
            </div>
          )}
        </>
      ),
    },
    {
      title: words.when,
      responsive: ['md'],
      render: (_, { conditions }) => (
        <dl className="rule-conditions">
          {conditions.map(({ fact, label, cell }) => (
            <div key={fact}>
              <dt>{text(label)}</dt>
              <dd>
                <code>{cell}</code>
              </dd>
            </div>
          ))}
        </dl>
      ),
    },
    {
      title: words.example,
      responsive: ['xl'],
      render: (_, { example }) => <ExampleFacts facts={example ?? []} />,
    },
    {
      title: words.fired,
      width: 130,
      render: (_, { fired }) => (
        <>
          {words.lately(number.format(fired.lately))}
          <div className="rule-table">{words.ever(number.format(fired.ever))}</div>
        </>
      ),
    },
  ];
  return (
    <Table<Rule>
      rowKey={({ table, code, conditions }) => `${table.id}-${code}-${JSON.stringify(conditions)}`}
      size="small"
      columns={columns}
      dataSource={rules}
      pagination={false}
      locale={{ emptyText: words.none }}
      className="rules-table"
    />
  );
}

function ExampleFacts({ facts }: { facts: readonly ComparedFact[] }) {
  const words = useWords(ruleWords);
  const text = useText();
  const spoken = (value: ComparedFact['value']) => {
    if (value === null) return words.nothing;
    return typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value);
  };
  return (
    <dl className="rule-conditions">
      {facts.map(({ fact, label, value }) => (
        <div key={fact}>
          <dt>{text(label)}</dt>
          <dd>{spoken(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
