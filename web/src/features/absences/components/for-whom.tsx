import { LabelTag } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { forWhomWords } from '../for-whom-words.js';

/** On what a deputy sees in the stead of an absent officer: theirs. */
export function ForWhom({ deputyOf }: { deputyOf: string | null }) {
  const words = useWords(forWhomWords);
  const { deputising = [] } = useOfficer();
  if (deputyOf === null) return null;
  const absent = deputising.find(({ username }) => username === deputyOf);
  return <LabelTag tone="special">{words.forWhom(absent?.name ?? deputyOf)}</LabelTag>;
}
