import { useMemo } from 'react';
import type { Finding, FormSchema, ReportData } from '../../../api/wire.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { pathKey } from '../../forms/field-path.js';
import { formFields } from '../../forms/form-fields.js';
import { localiseForm } from '../../forms/localise-form.js';
import { readData } from '../read-data.js';
import { dataWords } from '../words.js';
import './data-view.css';
import { NothingHere } from '../../../components/nothing-here.js';

interface DataViewProps {
  schema: FormSchema | null;
  data: ReportData;
  /** Values with a finding are marked. */
  findings?: readonly Finding[];
}

/** A report as labelled values, read-only. */
export function DataView({ schema, data, findings = [] }: DataViewProps) {
  const { language } = useLanguage();
  const words = useWords(dataWords);
  const sections = useMemo(
    () => readData(schema ? formFields(localiseForm(schema, language)) : [], data, { language, words }),
    [schema, data, language, words],
  );
  const marked = new Map(
    findings.flatMap((finding) => (finding.field ? [[pathKey(finding.field), finding.severity]] : [])),
  );
  const markOf = (path: string) => (marked.has(path) ? `marked marked-${marked.get(path)}` : undefined);
  if (sections.length === 0) return <NothingHere>{words.empty}</NothingHere>;
  return (
    <div className="data-view">
      {sections.map((section, index) => (
        <section key={`${section.title}-${index}`}>
          {section.title && <h3 className="data-title">{section.title}</h3>}
          <dl className="data-list">
            {section.entries.map((entry) => (
              <div key={entry.path}>
                <dt>{entry.label}</dt>
                <dd className={markOf(entry.path)}>{entry.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
