import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import type { CaseState, MigrationState } from '../api/migrations.js';
import { migrationWords } from '../words.js';

const TONES = {
  proposed: 'wait',
  rejected: 'neutral',
  running: 'work',
  paused: 'wait',
  done: 'good',
  cancelled: 'neutral',
  waiting: 'wait',
  moved: 'good',
  refused: 'bad',
  left: 'neutral',
} as const satisfies Record<MigrationState | CaseState, Tone>;

export function StateTag({ state, count }: { state: MigrationState | CaseState; count?: string }) {
  const words = useWords(migrationWords);
  return (
    <LabelTag tone={TONES[state]}>{count === undefined ? words[state] : `${count} ${words[state]}`}</LabelTag>
  );
}
