import { Card } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import type { Overview, Worker, Workforce } from '../api/operations.js';
import { operationsWords } from '../words.js';

interface TopicTableProps {
  topics: Workforce['topics'];
  workers: readonly Worker[];
  attempts: Overview['attempts'];
}

/** Who serves what: every topic of the models, with what its workers do. */
export function TopicTable({ topics, workers, attempts }: TopicTableProps) {
  const words = useWords(operationsWords);
  const runningOf = (topic: string) =>
    workers
      .filter(({ stale }) => !stale)
      .flatMap((worker) => worker.topics.filter((one) => one.topic === topic))
      .reduce((sum, { running }) => sum + running, 0);
  return (
    <Card
      size="small"
      className="operations-card"
      title={<h2 className="operations-heading">{words.topics}</h2>}
    >
      <table className="operations-table" aria-label={words.topics}>
        <thead>
          <tr>
            <th scope="col">{words.topic}</th>
            <th scope="col" className="operations-wide">
              {words.models}
            </th>
            <th scope="col">{words.live}</th>
            <th scope="col" className="operations-number">
              {words.running}
            </th>
            <th scope="col" className="operations-number">
              {words.failedOfRuns}
            </th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topic, models, live, unserved }) => {
            const lately = attempts.find((one) => one.topic === topic);
            return (
              <tr key={topic}>
                <th scope="row">
                  <code>{topic}</code>
                </th>
                <td className="operations-wide">{models.join(', ') || '–'}</td>
                <td>{unserved ? <LabelTag tone="bad">{words.nobody}</LabelTag> : live}</td>
                <td className="operations-number">{runningOf(topic)}</td>
                <td className="operations-number">{lately ? `${lately.failed} / ${lately.runs}` : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
