/** A moment in words: what it was, who did it, what came out. */
import { speak, type Language } from '../../i18n/dictionary.js';
import { actText } from './acts.js';
import type { Moment } from './moments.js';
import { replayWords } from './words.js';

export interface ToldMoment {
  what: string;
  who: string;
  result: string;
}

export function tellMoment(
  moment: Moment,
  { language, nameOfDocument }: { language: Language; nameOfDocument: (kind: string) => string },
): ToldMoment {
  const words = speak(replayWords, language);
  const person = (actor: string | null) =>
    actor === null || /^worker:|^system$/.test(actor) ? words.system : actor;
  switch (moment.kind) {
    case 'entered':
      return { what: words.entered(moment.step.name), who: '', result: '' };
    case 'left': {
      const { name, cancelled, actor, outcome, outcomeLabel, note } = moment.step;
      if (cancelled) return { what: words.interrupted(name), who: '', result: '' };
      const label = outcomeLabel ? outcomeLabel[language] : isPerson(actor) ? outcome : null;
      return {
        what: words.left(name),
        who: person(actor),
        result: [label, note].filter(Boolean).join(' · '),
      };
    }
    case 'failed':
      return { what: words.failed(moment.step.name), who: words.system, result: moment.error };
    case 'incident':
      return { what: words.incident(moment.step.name), who: words.system, result: moment.message };
    case 'resolved':
      return { what: words.resolved(moment.step.name), who: '', result: '' };
    case 'revised':
      return { what: words.revised(moment.revision), who: person(moment.by), result: '' };
    case 'issued':
      return {
        what: words.issued(nameOfDocument(moment.document.kind)),
        who: words.system,
        result: moment.document.number ?? '',
      };
    case 'act':
      return {
        what: actText(moment.act.action)[language],
        who: person(moment.act.actor),
        result: versionsOf(moment.act.detail, words.fromTo),
      };
  }
}

const isPerson = (actor: string | null) => actor !== null && !actor.startsWith('worker:');

/** Of a move to another version; empty for every other act. */
function versionsOf(
  { fromVersion, toVersion }: Record<string, unknown>,
  tell: (from: number, to: number) => string,
): string {
  return typeof fromVersion === 'number' && typeof toVersion === 'number' ? tell(fromVersion, toVersion) : '';
}
