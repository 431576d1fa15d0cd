import { Input } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import type { useAnswerOnline } from '../api/satisfaction.js';
import { satisfactionWords, scores } from '../words.js';
import { Face } from './face.js';
import './satisfaction-question.css';

interface SatisfactionQuestionProps {
  /** What was answered before. */
  given: number | null;
  answer: Pick<ReturnType<typeof useAnswerOnline>, 'mutate' | 'data' | 'error' | 'isPending'>;
}

/** Five faces with their words; one click answers. A comment is written before it, if at all. */
export function SatisfactionQuestion({ given, answer }: SatisfactionQuestionProps) {
  const words = useWords(satisfactionWords);
  const text = useText();
  const [comment, setComment] = useState('');
  const nameOf = (score: number) => text(scores[score - 1]!.names);
  if (answer.data) return <p role="status">{words.thanks(nameOf(answer.data.score))}</p>;
  if (given !== null) return <p role="status">{words.answered(nameOf(given))}</p>;
  return (
    <fieldset className="satisfaction" disabled={answer.isPending}>
      <legend>{words.question}</legend>
      <div className="satisfaction-faces">
        {scores.map(({ score, names }) => (
          <button
            key={score}
            type="button"
            className="satisfaction-face"
            onClick={() => answer.mutate({ score, ...(comment.trim() && { comment: comment.trim() }) })}
          >
            <Face score={score} />
            {text(names)}
          </button>
        ))}
      </div>
      <label>
        {words.comment}
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      {answer.error && <ProblemAlert error={answer.error} />}
    </fieldset>
  );
}
