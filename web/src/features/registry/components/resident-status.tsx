import { LabelTag } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import { registryWords } from '../words.js';

const TONES = { active: 'good', dead: 'neutral', 'moved-out': 'wait' } as const;

export function ResidentStatus({ status }: { status: keyof typeof TONES }) {
  const words = useWords(registryWords);
  return <LabelTag tone={TONES[status]}>{words[status]}</LabelTag>;
}
