import type { Spoken } from '../../i18n/dictionary.js';
import { machineWords } from './words.js';

/** True for an account; false for `worker:<topic>` and the other machines of a history. */
export function isPerson(actor: string | null): actor is string {
  return actor !== null && !actor.startsWith('worker:') && !Object.hasOwn(machineWords, actor);
}

/** Where nobody is named, the system did it. */
export function machineName(actor: string | null, words: Spoken<typeof machineWords>): string {
  return actor !== null && Object.hasOwn(words, actor) ? words[actor as keyof typeof words] : words.system;
}
