import { useEffect, useRef } from 'react';
import { formatSecond } from '../../../components/format.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { ToldMoment } from '../tell-moment.js';
import { replayWords } from '../words.js';

interface MomentTableProps {
  moments: readonly (ToldMoment & { at: number })[];
  current: number;
  onChoose(index: number): void;
}

/** The whole case as a table: what is printed, and a second way through it. */
export function MomentTable({ moments, current, onChoose }: MomentTableProps) {
  const words = useWords(replayWords);
  const { language } = useLanguage();
  const here = useRef<HTMLTableRowElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  // Only inside its own frame: the page stays where the reader left it.
  useEffect(() => {
    const [box, line] = [frame.current, here.current];
    if (!box || !line) return;
    const above = line.offsetTop - box.scrollTop - box.clientHeight / 3;
    if (above < 0 || above > box.clientHeight / 3) box.scrollTop += above;
  }, [current]);
  return (
    <div className="moments" ref={frame} tabIndex={0} role="region" aria-label={words.all}>
      <table aria-label={words.all}>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {moments.map(({ at, what, who, result }, index) => {
            const instant = new Date(at).toISOString();
            const chosen = index === current;
            return (
              <tr key={index} ref={chosen ? here : undefined} aria-current={chosen ? 'step' : undefined}>
                <td className="nowrap number">
                  <time dateTime={instant}>{formatSecond(instant, language)}</time>
                </td>
                <td>
                  <button
                    type="button"
                    className="moment-link"
                    aria-label={words.goTo(what)}
                    onClick={() => onChoose(index)}
                  >
                    {what}
                  </button>
                </td>
                <td>{who}</td>
                <td className="moment-result">{result}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
