import type { Tone } from '../../components/label-tag.js';
import type { ChangeVerb } from './api/comparison.js';

/** Colours never stand alone. */
export const SIGNS: Record<ChangeVerb, string> = { added: '+', removed: '−', changed: '~', moved: '↔' };

export const TONES: Record<ChangeVerb, Tone> = {
  added: 'good',
  removed: 'bad',
  changed: 'wait',
  moved: 'neutral',
};

export const VERBS: ChangeVerb[] = ['added', 'removed', 'changed', 'moved'];
