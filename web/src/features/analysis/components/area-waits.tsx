import { Card } from 'antd';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import type { AreaTime, AreaWait } from '../api/analysis.js';
import { levelOf } from '../heat-scale.js';
import { tellSeconds } from '../tell-numbers.js';
import { analysisWords } from '../words.js';

/** Which office keeps whom waiting at which step: areas down, steps across. */
export function AreaWaits({ areas, waits }: { areas: AreaTime[]; waits: AreaWait[] }) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  if (waits.length === 0) return null;
  const steps = [...new Map(waits.map(({ element, names }) => [element, text(names)]))];
  const most = Math.max(...waits.map(({ waiting }) => waiting.median ?? 0));
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.waits}</h2>}>
      <p className="soft analysis-note">{words.waitsNote}</p>
      <div className="area-waits" tabIndex={0} role="region" aria-label={words.waits}>
        <table aria-label={words.waits}>
          <thead>
            <tr>
              <th scope="col">{words.area}</th>
              {steps.map(([element, name]) => (
                <th scope="col" key={element}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map(({ code, name }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {steps.map(([element]) => {
                  const wait = waits.find((one) => one.code === code && one.element === element);
                  if (!wait) return <td key={element}>–</td>;
                  const { median, p90 } = wait.waiting;
                  return (
                    <td key={element}>
                      {median !== null && (
                        <span className={`heat-swatch heat-swatch-${levelOf(median, most)}`} aria-hidden />
                      )}
                      <span className="nowrap">
                        {tellSeconds(median, language)} · {tellSeconds(p90, language)}
                      </span>
                      <span className="soft nowrap">{words.tasksOf(wait.entered)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
