import { Descriptions, Empty } from 'antd';
import { useMemo } from 'react';
import type { Finding, FormSchema, ReportData } from '../../../api/wire.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { pathKey } from '../../forms/field-path.js';
import { formFields } from '../../forms/form-fields.js';
import { localiseForm } from '../../forms/localise-form.js';
import { readData } from '../read-data.js';
import { dataWords } from '../words.js';

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
  if (sections.length === 0) return <Empty description={words.empty} image={Empty.PRESENTED_IMAGE_SIMPLE} />;
  return (
    <div className="data-view">
      {sections.map((section, index) => (
        <Descriptions
          key={`${section.title}-${index}`}
          title={section.title || undefined}
          size="small"
          bordered
          column={{ xs: 1, sm: 1, md: 2 }}
          items={section.entries.map((entry) => ({
            key: entry.path,
            label: entry.label,
            children: (
              <span
                className={marked.has(entry.path) ? `marked marked-${marked.get(entry.path)}` : undefined}
              >
                {entry.value}
              </span>
            ),
          }))}
        />
      ))}
    </div>
  );
}
