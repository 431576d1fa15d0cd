import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import type { ImportState } from '../api/imports.js';
import { importWords } from '../words.js';

const TONES = {
  reading: 'work',
  checking: 'work',
  faulty: 'bad',
  ready: 'wait',
  writing: 'work',
  done: 'good',
  cancelled: 'neutral',
  expired: 'neutral',
  failed: 'bad',
} as const satisfies Record<ImportState, Tone>;

export function ImportStateTag({ state }: { state: ImportState }) {
  const words = useWords(importWords);
  return <LabelTag tone={TONES[state]}>{words[state]}</LabelTag>;
}
