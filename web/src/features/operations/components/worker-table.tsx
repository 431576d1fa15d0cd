import { Card } from 'antd';
import { formatInstant, formatTime } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { TopicTally, Worker } from '../api/operations.js';
import { operationsWords } from '../words.js';

const COUNTED = ['running', 'finished', 'failed'] as const;

/** The worker processes: since when, when heard of last, and what they did. */
export function WorkerTable({ workers }: { workers: readonly Worker[] }) {
  const words = useWords(operationsWords);
  const { language } = useLanguage();
  const sum = (topics: readonly TopicTally[], what: (typeof COUNTED)[number]) =>
    topics.reduce((total, topic) => total + topic[what], 0).toLocaleString(language);
  return (
    <Card
      size="small"
      className="operations-card"
      title={<h2 className="operations-heading">{words.workers}</h2>}
    >
      {workers.length === 0 ? (
        <NothingHere>{words.noWorkers}</NothingHere>
      ) : (
        <table className="operations-table" aria-label={words.workers}>
          <thead>
            <tr>
              <th scope="col">{words.worker}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.startedAt}</th>
              <th scope="col">{words.seenAt}</th>
              {COUNTED.map((what) => (
                <th key={what} scope="col" className="operations-number operations-wide">
                  {words[what]}
                </th>
              ))}
              <th scope="col" className="operations-wide">
                {words.topics}
              </th>
            </tr>
          </thead>
          <tbody>
            {workers.map(({ id, version, stale, startedAt, seenAt, topics }) => (
              <tr key={id}>
                <th scope="row">
                  <code className="operations-id">{id}</code> <span className="soft">v{version}</span>
                </th>
                <td>
                  <LabelTag tone={stale ? 'bad' : 'good'}>{stale ? words.stale : words.alive}</LabelTag>
                </td>
                <td>{formatInstant(startedAt, language)}</td>
                <td>{stale ? formatInstant(seenAt, language) : formatTime(seenAt, language)}</td>
                {COUNTED.map((what) => (
                  <td key={what} className="operations-number operations-wide">
                    {sum(topics, what)}
                  </td>
                ))}
                <td className="operations-wide">
                  <details>
                    <summary>{words.topicCount(topics.length)}</summary>
                    {topics.map(({ topic }) => topic).join(', ')}
                  </details>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
