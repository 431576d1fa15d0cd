import { Alert, Button, Descriptions, Flex, Progress } from 'antd';
import { Suspense, useMemo, useState } from 'react';
import { formatDate } from '../../../components/format.js';
import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { LoadingLines } from '../../../components/loading-lines.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import { useStopWhatIf, useWhatIf, useWhatIfXml, type GroupChoice, type WhatIf } from '../api/what-if.js';
import { whatIfWords } from '../words.js';
import { NotJudgedAlert } from './not-judged-alert.js';
import { WhatIfCases } from './what-if-cases.js';
import { WhatIfGroups } from './what-if-groups.js';
import './what-if.css';

const TONES: Record<WhatIf['state'], Tone> = {
  running: 'work',
  done: 'good',
  cancelled: 'neutral',
  failed: 'bad',
};

/** One run: how far it is, how many cases came out otherwise, where on the diagram, why, and which. */
export function WhatIfResult({ id }: { id: string }) {
  const whatIf = useWhatIf(id);
  return <QueryState query={whatIf}>{(found) => <Result found={found} />}</QueryState>;
}

function Result({ found }: { found: WhatIf }) {
  const words = useWords(whatIfWords);
  const text = useText();
  const { language } = useLanguage();
  const [choice, setChoice] = useState<GroupChoice>(null);
  const { same, otherWay, otherFindings, notJudged } = found.summary;
  const number = (value: number) => value.toLocaleString(language);
  const different = otherWay + otherFindings;
  return (
    <section className="what-if-result" aria-label={words.result}>
      <Flex gap={8} align="center" wrap>
        <LabelTag tone={TONES[found.state]}>{words[found.state]}</LabelTag>
        <span>
          {formatDate(found.from, language)} – {formatDate(found.until, language)}
        </span>
        <span className="what-if-files">{found.files.join(', ')}</span>
      </Flex>
      {found.state === 'running' && <HowFar found={found} />}
      {found.failure && <Alert type="error" showIcon title={text(found.failure)} />}
      <Descriptions
        size="small"
        column={{ xs: 2, md: 4 }}
        items={[
          { key: 'same', label: words.same, children: number(same) },
          { key: 'way', label: words.otherWay, children: <strong>{number(otherWay)}</strong> },
          { key: 'findings', label: words.otherFindings, children: number(otherFindings) },
          { key: 'notJudged', label: words.notJudged, children: number(notJudged) },
        ]}
      />
      <NotJudgedAlert found={found} />
      {found.state === 'done' && found.done === 0 && <NothingHere>{words.noCases}</NothingHere>}
      {found.state === 'done' && different === 0 && same > 0 && (
        <Alert type="success" showIcon title={words.allSame} />
      )}
      {different > 0 && <Places found={found} />}
      {found.groups.length > 0 && <WhatIfGroups found={found} onChoose={setChoice} />}
      {(different > 0 || choice) && <WhatIfCases found={found} choice={choice} onChoose={setChoice} />}
    </section>
  );
}

function HowFar({ found }: { found: WhatIf }) {
  const words = useWords(whatIfWords);
  const { language } = useLanguage();
  const stop = useStopWhatIf();
  const { done, total } = found;
  const text =
    total === null
      ? words.counting
      : words.progress(done.toLocaleString(language), total.toLocaleString(language));
  return (
    <div>
      <Flex gap={16} align="center" wrap>
        <span>{text}</span>
        <Button size="small" loading={stop.isPending} onClick={() => stop.mutate(found.id)}>
          {words.stop}
        </Button>
      </Flex>
      <Progress percent={total ? Math.floor((100 * done) / total) : 0} size="small" aria-label={text} />
      <small>{words.leave}</small>
      {stop.error && <ProblemAlert error={stop.error} />}
    </div>
  );
}

/** The diagram, with how many cases part at which step. */
function Places({ found }: { found: WhatIf }) {
  const words = useWords(whatIfWords);
  const diagram = useWords(diagramWords);
  const { language } = useLanguage();
  const xml = useWhatIfXml(found.id);
  const marks = useMemo(
    () =>
      found.places.map(({ element, kind, cases }) => {
        const text = cases.toLocaleString(language);
        return kind === 'way'
          ? { element, text, kind: 'parts' as const, title: `${text} ${words.parts}` }
          : { element, text, kind: 'noted' as const, title: `${text} ${words.noted}` };
      }),
    [found.places, language, words],
  );
  return (
    <QueryState query={xml}>
      {(drawing) => (
        <Suspense fallback={<LoadingLines />}>
          <LazyDiagram xml={drawing} label={diagram.diagram(found.processKey)} marks={marks} height={420} />
          <p className="what-if-legend">
            <span className="path-badge path-badge-parts">n</span> {words.parts}
            <span className="path-badge path-badge-noted">n</span> {words.noted}
          </p>
        </Suspense>
      )}
    </QueryState>
  );
}
