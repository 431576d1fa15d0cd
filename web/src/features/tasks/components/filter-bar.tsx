import type { Ref } from 'react';
import { Choice } from '../../../components/choice.js';
import { digitsOf, isNumber } from '../../../components/identity-number.js';
import { SearchBox } from '../../../components/search-box.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { findingWords } from '../../findings/words.js';
import { SEVERITIES, SORTS, type QueueFilter } from '../queue-filter.js';
import { taskWords } from '../words.js';

interface FilterBarProps {
  filter: QueueFilter;
  /** A NIK or KK number that is searched for now. */
  number: string | undefined;
  search: Ref<HTMLInputElement>;
  onChange(filter: QueueFilter): void;
  onNumber(number: string | undefined): void;
}

/** Text, type, findings, order. Plain selects: they are the browser's own, for every hand and reader. */
export function FilterBar({ filter, number, search, onChange, onNumber }: FilterBarProps) {
  const words = useWords(taskWords);
  const finding = useWords(findingWords);
  const text = useText();
  const eventTypes = useEventTypes();
  const sorts = {
    ...{ priority: words.byPriority, dueAt: words.byDue },
    ...{ openedAt: words.byOldest, '-openedAt': words.byNewest },
  };
  const { q: _, ...withoutText } = filter;
  const find = (typed: string) => {
    const wanted = typed.trim();
    if (isNumber(wanted)) {
      onNumber(digitsOf(wanted));
      onChange(withoutText);
      return;
    }
    onNumber(undefined);
    onChange(wanted ? { ...filter, q: wanted } : withoutText);
  };
  return (
    <div className="filter-bar">
      <SearchBox
        key={number ?? filter.q ?? ''}
        ref={search}
        label={words.search}
        initial={number ?? filter.q ?? ''}
        onSearch={find}
      />
      <Choice
        label={words.type}
        value={filter.type ?? ''}
        onChange={(type) => onChange({ ...without(filter, 'type'), ...(type && { type }) })}
        options={[
          ['', words.anyType],
          ...(eventTypes.data ?? []).map(({ id, names }) => [id, text(names)] as const),
        ]}
      />
      <Choice
        label={words.findings}
        value={filter.severity ?? ''}
        onChange={(value) => {
          const severity = SEVERITIES.find((one) => one === value);
          onChange({ ...without(filter, 'severity'), ...(severity && { severity }) });
        }}
        options={[['', words.anyFinding], ...SEVERITIES.map((one) => [one, finding[one]] as const)]}
      />
      <Choice
        label={words.order}
        value={filter.sort}
        onChange={(value) => onChange({ ...filter, sort: SORTS.find((one) => one === value) ?? 'priority' })}
        options={SORTS.map((one) => [one, sorts[one]] as const)}
      />
    </div>
  );
}

function without<Key extends keyof QueueFilter>(filter: QueueFilter, key: Key): Omit<QueueFilter, Key> {
  const { [key]: _, ...rest } = filter;
  return rest;
}
