import type { DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import type { AttachmentKind } from '../../../api/wire.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useText, useWords } from '../../../i18n/language.js';
import { attachedOf } from '../arrange.js';
import { attachmentWords } from '../words.js';

interface RequirementStateProps {
  requirement: DocumentRequirement;
  kinds: readonly AttachmentKind[];
  attached: readonly string[];
}

/** What a rule asks for, its law, and by what it is fulfilled: as the tables say it. */
export function RequirementState({ requirement, kinds, attached }: RequirementStateProps) {
  const words = useWords(attachmentWords);
  const text = useText();
  const { message, code, legalBasis, fulfilled } = requirement;
  const by = attachedOf(requirement, { kinds, attached }).map(({ names }) => text(names));
  return (
    <div className="requirement">
      <span className="requirement-rule">
        {text(message)} <span className="finding-code">{code}</span>{' '}
        <span role="status">
          {fulfilled ? (
            <LabelTag tone="good">
              {by.length > 0 ? words.fulfilledBy(by.join(', ')) : words.fulfilled}
            </LabelTag>
          ) : (
            <LabelTag tone="bad">{words.missing}</LabelTag>
          )}
        </span>
      </span>
      {legalBasis && <span className="requirement-law">{legalBasis}</span>}
    </div>
  );
}
