import { Card } from 'antd';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useAnswerAtCounter, useSatisfaction } from '../api/satisfaction.js';
import { satisfactionWords, scores } from '../words.js';
import { SatisfactionQuestion } from './satisfaction-question.js';

/** Beside a finished case: an operator asks at hand-over, the others read what was answered. */
export function SatisfactionCard({ reportId }: { reportId: string }) {
  const words = useWords(satisfactionWords);
  const text = useText();
  const officer = useOfficer();
  const satisfaction = useSatisfaction(reportId);
  const answer = useAnswerAtCounter(reportId);
  if (!satisfaction.data?.askable) return null;
  const { online, counter } = satisfaction.data;
  const asks = officer.role === 'operator';
  if (!asks && online === null && counter === null) return null;
  const nameOf = (score: number) => text(scores[score - 1]!.names);
  return (
    <Card size="small" title={words.atCounter}>
      {online !== null && <p>{words.online(nameOf(online))}</p>}
      {asks && counter === null && !answer.data && <p>{words.atCounterHelp}</p>}
      {(asks || counter !== null) && <SatisfactionQuestion given={counter} answer={answer} />}
    </Card>
  );
}
