import { Button, Typography } from 'antd';
import type { CaseFinding, Finding } from '../../api/wire.js';
import { LabelTag } from '../../components/label-tag.js';
import { useText, useWords } from '../../i18n/language.js';
import { attachmentWords } from '../attachments/words.js';
import { nearestLabel, type FormItemInfo } from '../forms/form-fields.js';
import { pathKey } from '../forms/field-path.js';
import { bySeverity, severityTones } from './severity.js';
import { FindingGround } from './finding-ground.js';
import { findingWords } from './words.js';
import './finding-list.css';

interface FindingListProps {
  findings: readonly (Finding | CaseFinding)[];
  /** Names the fields; without a form the path stands there. */
  fields?: readonly FormItemInfo[];
  onGoTo?: (path: string) => void;
}

export function FindingList({ findings, fields = [], onGoTo }: FindingListProps) {
  const words = useWords(findingWords);
  const attachments = useWords(attachmentWords);
  const text = useText();
  if (findings.length === 0) return <Typography.Text type="secondary">{words.none}</Typography.Text>;
  return (
    <ul className="finding-list" aria-label={words.title}>
      {bySeverity(findings).map((finding, index) => {
        const label = finding.field && labelOf(finding.field, fields, attachments.title);
        return (
          <li
            key={`${finding.code}-${finding.field ?? ''}-${index}`}
            className={`finding finding-${finding.severity}`}
          >
            <LabelTag tone={severityTones[finding.severity]}>{words[finding.severity]}</LabelTag>
            <div className="finding-body">
              <div>
                {text(finding.message)} <span className="finding-code">{finding.code}</span>
              </div>
              {label &&
                (onGoTo && finding.field ? (
                  <Button
                    type="link"
                    size="small"
                    className="finding-field"
                    aria-label={words.goTo(label)}
                    onClick={() => onGoTo(finding.field ?? '')}
                  >
                    {label}
                  </Button>
                ) : (
                  <span className="finding-field">{label}</span>
                ))}
              <FindingGround finding={finding} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Attachments stand beside the form, so the form knows no label for them. */
function labelOf(field: string, fields: readonly FormItemInfo[], attachments: string): string | null {
  const path = pathKey(field);
  const label = nearestLabel(fields, path);
  if (label !== null) return label;
  if (path.split('.')[0] === 'documents') return attachments;
  // A path of the data says nothing to who knows the form.
  return fields.length === 0 ? field : null;
}
