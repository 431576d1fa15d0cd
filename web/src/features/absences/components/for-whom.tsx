import { LabelTag } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import { useNames } from '../../officers/use-names.js';
import { forWhomWords } from '../for-whom-words.js';

/** On what a deputy sees in the stead of an absent officer: theirs. */
export function ForWhom({ deputyOf }: { deputyOf: string | null }) {
  const words = useWords(forWhomWords);
  const nameOf = useNames();
  if (deputyOf === null) return null;
  return <LabelTag tone="special">{words.forWhom(nameOf(deputyOf))}</LabelTag>;
}
