import { Button, Table, type TableProps } from 'antd';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import type { GroupChoice, WhatIf, WhatIfGroup } from '../api/what-if.js';
import { wayOf } from '../way-of.js';
import { whatIfWords } from '../words.js';
import { RuleChangeView } from './rule-change-view.js';
import { WhyNotJudged } from './why-not-judged.js';

interface WhatIfGroupsProps {
  found: WhatIf;
  onChoose(choice: GroupChoice): void;
}

/** Where cases part and by which rule, the largest group first. */
export function WhatIfGroups({ found, onChoose }: WhatIfGroupsProps) {
  const words = useWords(whatIfWords);
  const text = useText();
  const { language } = useLanguage();
  const nameOf = (element: string | null) =>
    element === null ? words.nowhere : found.elements[element] ? text(found.elements[element]) : element;
  const columns: TableProps<WhatIfGroup>['columns'] = [
    {
      title: words.where,
      render: (_, { element, kind }) => (kind === 'not-judged' ? words.notJudged : nameOf(element)),
    },
    {
      title: words.why,
      render: (_, { rule, why }) => {
        if (why) return <WhyNotJudged why={why} />;
        return rule ? <RuleChangeView rule={rule} rules={found.rules} /> : words.byModel;
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
      render: (_, { kind, next, stop }) =>
        kind === 'way' ? wayOf({ next, stop }, nameOf) : kind === 'findings' && words.sameWay,
    },
    {
      title: words.cases,
      align: 'right',
      render: (_, { kind, element, rule, cases }) => (
        <Button
          type="link"
          size="small"
          aria-label={words.show(cases.toLocaleString(language))}
          onClick={() => onChoose({ kind, element, rule })}
        >
          {cases.toLocaleString(language)}
        </Button>
      ),
    },
  ];
  return (
    <section aria-labelledby="what-if-groups">
      <h2 id="what-if-groups" className="what-if-heading">
        {words.groups}
      </h2>
      <Table<WhatIfGroup>
        rowKey={(group) => JSON.stringify(group)}
        size="small"
        columns={columns}
        dataSource={found.groups}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  );
}
