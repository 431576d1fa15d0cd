import { Alert, Card, Flex, Segmented, Select } from 'antd';
import { Suspense, useMemo, useState } from 'react';
import { LoadingLines } from '../../../components/loading-lines.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useDefinitionXml } from '../../diagram/api/definition-xml.js';
import { LazyDiagram } from '../../diagram/components/lazy-diagram.js';
import { diagramWords } from '../../diagram/words.js';
import type { ModelTime } from '../api/analysis.js';
import { levelOf, levelsTold, measured, MEASURES, type Measure } from '../heat-scale.js';
import { tellSeconds } from '../tell-numbers.js';
import { analysisWords } from '../words.js';

interface HeatCardProps {
  models: ModelTime[];
  model: ModelTime;
  onChoose(definitionId: string): void;
}

/** One model's drawing, coloured by what its steps take; the table beside it says the same. */
export function HeatCard({ models, model, onChoose }: HeatCardProps) {
  const words = useWords(analysisWords);
  const text = useText();
  const { language } = useLanguage();
  const [measure, setMeasure] = useState<Measure>('whole');
  const values = useMemo(
    () =>
      model.steps.flatMap((step) => {
        const value = measured(step, measure);
        return value === null ? [] : [{ element: step.element, value }];
      }),
    [model, measure],
  );
  const most = Math.max(0, ...values.map(({ value }) => value));
  const tell = (value: number) =>
    measure === 'entered' ? String(Math.floor(value)) : tellSeconds(value, language);
  return (
    <Card size="small" title={<h2 className="analysis-heading">{words.heat}</h2>}>
      <Flex gap={8} wrap align="center">
        <Select
          aria-label={words.model}
          value={model.definitionId}
          onChange={onChoose}
          style={{ minWidth: 260, maxWidth: '100%' }}
          options={models.map(({ definitionId, names, version, instances }) => ({
            value: definitionId,
            label: `${text(names)} · ${words.versionOf(version, instances)}`,
          }))}
        />
        <Segmented
          aria-label={words.measure}
          value={measure}
          onChange={setMeasure}
          options={MEASURES.map((value) => ({ value, label: words[value] }))}
          className="heat-measures"
        />
      </Flex>
      <ul className="heat-legend" aria-label={words.measure}>
        {levelsTold(most, tell).map(({ level, bound }) => (
          <li key={level}>
            <span className={`heat-swatch heat-swatch-${level}`} aria-hidden />
            {words.upTo(bound)}
          </li>
        ))}
      </ul>
      {model.isKnown ? (
        <HeatDiagram
          key={model.definitionId}
          model={model}
          values={values}
          most={most}
          tell={measure === 'entered' ? (value) => `${value}×` : tell}
        />
      ) : (
        <Alert type="info" showIcon title={words.notKnown} />
      )}
    </Card>
  );
}

interface HeatDiagramProps {
  model: ModelTime;
  values: { element: string; value: number }[];
  most: number;
  tell(value: number): string;
}

function HeatDiagram({ model, values, most, tell }: HeatDiagramProps) {
  const diagram = useWords(diagramWords);
  const text = useText();
  const xml = useDefinitionXml(model.definitionId);
  const heat = values.map(({ element, value }) => ({
    ...{ element, text: tell(value) },
    level: levelOf(value, most),
  }));
  return (
    <QueryState query={xml}>
      {(drawing) => (
        <Suspense fallback={<LoadingLines />}>
          <LazyDiagram xml={drawing} label={diagram.diagram(text(model.names))} height={460} heat={heat} />
        </Suspense>
      )}
    </QueryState>
  );
}
