import { Button, Flex, Table, type TableProps } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { commonWords } from '../../../components/words.js';
import { useText, useWords } from '../../../i18n/language.js';
import { severityTones } from '../../findings/severity.js';
import { useWhatIfCases, type GroupChoice, type WhatIf, type WhatIfCase } from '../api/what-if.js';
import { wayOf } from '../way-of.js';
import { whatIfWords } from '../words.js';
import { WhyNotJudged } from './why-not-judged.js';

interface WhatIfCasesProps {
  found: WhatIf;
  choice: GroupChoice;
  onChoose(choice: GroupChoice): void;
}

/** The cases that did not come out the same, by ticket: whoever tries a model does not read cases. */
export function WhatIfCases({ found, choice, onChoose }: WhatIfCasesProps) {
  const words = useWords(whatIfWords);
  const text = useText();
  const common = useWords(commonWords);
  const cases = useWhatIfCases(found, choice);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const nameOf = (element: string | null) =>
    element === null ? words.nowhere : found.elements[element] ? text(found.elements[element]) : element;
  const columns: TableProps<WhatIfCase>['columns'] = [
    { title: words.ticket, render: (_, { ticket }) => <span className="ticket">{ticket}</span> },
    { title: words.area, dataIndex: 'areaName', responsive: ['lg'] },
    {
      title: words.why,
      render: (_, { why, changes }) => {
        if (why) return <WhyNotJudged why={why} />;
        if (changes.length === 0) return words.byModel;
        return (
          <Flex gap={4} wrap>
            {changes.map(({ code, severity, change }) => (
              <LabelTag
                key={`${change}${severity}${code}`}
                tone={severityTones[severity]}
                title={words[change]}
              >
                {change === 'added' ? '+' : '−'} {code}
              </LabelTag>
            ))}
          </Flex>
        );
      },
    },
    {
      title: words.then,
      responsive: ['md'],
      render: (_, { kind, taken }) => (kind === 'way' ? nameOf(taken) : kind === 'findings' && words.sameWay),
    },
    {
      title: words.now,
      responsive: ['sm'],
      render: (_, { kind, predicted }) =>
        kind === 'way'
          ? wayOf({ next: predicted?.path[0] ?? null, stop: predicted?.stop ?? null }, nameOf)
          : kind === 'findings' && words.sameWay,
    },
  ];
  return (
    <section aria-labelledby="what-if-cases">
      <Flex gap={12} align="baseline" wrap>
        <h2 id="what-if-cases" className="what-if-heading">
          {words.list}
        </h2>
        {choice && (
          <>
            <span>
              {words.shownOf(
                [choice.kind === 'not-judged' ? words.notJudged : nameOf(choice.element), choice.rule?.code]
                  .filter(Boolean)
                  .join(' · '),
              )}
            </span>
            <Button type="link" size="small" onClick={() => onChoose(null)}>
              {words.showAll}
            </Button>
          </>
        )}
      </Flex>
      {cases.error && <ProblemAlert error={cases.error} onRetry={() => void cases.refetch()} />}
      <Table<WhatIfCase>
        rowKey="ticket"
        size="small"
        columns={columns}
        dataSource={items}
        loading={cases.isPending}
        pagination={false}
      />
      {cases.hasNextPage && (
        <Button
          className="what-if-more"
          loading={cases.isFetchingNextPage}
          onClick={() => void cases.fetchNextPage()}
        >
          {common.loadMore}
        </Button>
      )}
    </section>
  );
}
