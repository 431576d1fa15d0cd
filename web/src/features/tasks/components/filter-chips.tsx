import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { SearchBox } from '../../../components/search-box.js';
import { useWords } from '../../../i18n/language.js';
import { usePreference } from '../../preferences/preference.js';
import { useQueueCounts } from '../api/queue-counts.js';
import { writeFilter, type QueueFilter } from '../queue-filter.js';
import { MOST_SAVED, readSettings } from '../saved-filters.js';
import { taskWords } from '../words.js';

interface FilterChipsProps {
  filter: QueueFilter;
  onChoose(search: string): void;
}

/** The filters that everybody has, with how much there is in each, and the officer's own. */
export function FilterChips({ filter, onChoose }: FilterChipsProps) {
  const words = useWords(taskWords);
  const counts = useQueueCounts();
  const settings = usePreference('tasks', readSettings);
  const now = writeFilter(filter);
  const given = [
    { name: words.all, search: '', count: counts?.all },
    { name: words.onlyMine, search: 'assignee=me', count: counts?.mine },
    { name: words.onlyFree, search: 'assignee=none', count: counts?.free },
    { name: words.onlyLate, search: 'late=true', count: counts?.late },
  ];
  const { saved } = settings.value;
  const isKnown = [...given, ...saved].some(({ search }) => search === now);
  const keep = (name: string) =>
    settings.set({
      ...settings.value,
      saved: [...saved.filter((one) => one.name !== name), { name, search: now }],
    });
  return (
    <div className="chips" role="group" aria-label={words.filters}>
      {given.map(({ name, search, count }) => (
        <button
          key={search}
          type="button"
          className="chip"
          aria-pressed={search === now}
          onClick={() => onChoose(search)}
        >
          {name}
          {count !== undefined && <span className="chip-count">{count}</span>}
        </button>
      ))}
      {saved.map(({ name, search }) => (
        <span key={name} className="chip-pair">
          <button
            type="button"
            className="chip"
            aria-pressed={search === now}
            onClick={() => onChoose(search)}
          >
            {name}
          </button>
          <button
            type="button"
            className="chip chip-remove"
            aria-label={words.forgetFilter(name)}
            onClick={() =>
              settings.set({ ...settings.value, saved: saved.filter((one) => one.name !== name) })
            }
          >
            <CloseOutlined aria-hidden />
          </button>
        </span>
      ))}
      {!isKnown &&
        settings.isLoaded &&
        (saved.length < MOST_SAVED ? (
          <KeepFilter onKeep={keep} />
        ) : (
          <span className="soft">{words.mostSaved(MOST_SAVED)}</span>
        ))}
    </div>
  );
}

function KeepFilter({ onKeep }: { onKeep(name: string): void }) {
  const words = useWords(taskWords);
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {words.keepFilter}
      </Button>
    );
  return (
    <SearchBox
      autoFocus
      maxLength={40}
      label={words.filterName}
      button={words.keep}
      onEscape={() => setOpen(false)}
      onSearch={(name) => {
        if (name === '') return;
        onKeep(name);
        setOpen(false);
      }}
    />
  );
}
