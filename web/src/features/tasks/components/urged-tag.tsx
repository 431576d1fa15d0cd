import { formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useNames } from '../../officers/use-names.js';
import { urgedWords } from '../urged-words.js';

/** A case that cannot wait for its turn: who said so, and when. */
export function UrgedTag({ by, at }: { by: string; at: string }) {
  const words = useWords(urgedWords);
  const { language } = useLanguage();
  const nameOf = useNames();
  return <LabelTag tone="bad">{words.urgedBy(nameOf(by), formatInstant(at, language))}</LabelTag>;
}
