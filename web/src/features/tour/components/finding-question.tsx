import { useState } from 'react';
import { useText, useWords } from '../../../i18n/language.js';
import type { Finding } from '../stops.js';
import { tourWords } from '../words.js';

interface FindingQuestionProps {
  finding: Finding;
  /** True once the right answer is chosen. */
  onFound(found: boolean): void;
}

/** A question whose answer stands in the part of the page that is lit. */
export function FindingQuestion({ finding, onFound }: FindingQuestionProps) {
  const words = useWords(tourWords);
  const text = useText();
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = (index: number) => {
    setChosen(index);
    onFound(index === finding.right);
  };
  return (
    <fieldset className="tour-finding">
      <legend>{text(finding.question)}</legend>
      {finding.choices.map((choice, index) => (
        <label key={choice.id}>
          <input
            type="radio"
            name="finding"
            // The button that had the focus waits for the answer.
            autoFocus={index === 0}
            checked={chosen === index}
            onChange={() => choose(index)}
          />
          {text(choice)}
        </label>
      ))}
      <p role="status" className="tour-verdict">
        {chosen !== null && (chosen === finding.right ? words.right : words.wrong)}
      </p>
    </fieldset>
  );
}
