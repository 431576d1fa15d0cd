/** A moment in words: what it was, who did it, what came out. */
import { speak, type Language } from '../../i18n/dictionary.js';
import type { CaseFinding, HistoryItem } from '../../api/wire.js';
import { caseWords } from '../cases/words.js';
import { reportStatuses } from '../reports/status.js';
import { isPerson } from '../officers/who.js';
import { actResult, actText } from './acts.js';
import type { Moment } from './moments.js';
import { replayWords } from './words.js';

export interface ToldMoment {
  what: string;
  who: string;
  result: string;
}

interface Telling {
  language: Language;
  nameOfDocument: (kind: string) => string;
  /** What an actor is called, person or machine. */
  nameOf: (actor: string | null) => string;
}

export function tellMoment(moment: Moment, telling: Telling): ToldMoment {
  const { language, nameOfDocument, nameOf } = telling;
  const words = speak(replayWords, language);
  switch (moment.kind) {
    case 'entered':
      return { what: words.entered(moment.step.names[language]), who: '', result: '' };
    case 'left':
      return tellDone(moment.step, telling);
    case 'happened':
      return { what: words.happened(moment.step.names[language]), who: '', result: '' };
    case 'failed':
      return { what: words.failed(moment.step.names[language]), who: nameOf(null), result: moment.error };
    case 'incident':
      return { what: words.incident(moment.step.names[language]), who: nameOf(null), result: moment.message };
    case 'resolved':
      return { what: words.resolved(moment.step.names[language]), who: '', result: '' };
    case 'revised':
      return { what: words.revised(moment.revision), who: nameOf(moment.by), result: '' };
    case 'judged': {
      const { step, version, findings } = moment.judging;
      return {
        what: words.judged(step[language]),
        who: nameOf(null),
        result: [tellFindings(findings) || words.noFinding, version !== null && words.version(version)]
          .filter(Boolean)
          .join(' · '),
      };
    }
    case 'issued':
      return {
        what: words.issued(nameOfDocument(moment.document.kind)),
        who: nameOf(null),
        result: moment.document.number ?? '',
      };
    case 'revoked':
      return { what: words.revoked, who: nameOf(null), result: words.revokedBy(moment.ticket ?? '') };
    case 'ended':
      return { what: words.ended, who: '', result: reportStatuses[moment.status].name[language] };
    case 'act':
      return {
        what: actText(moment.act.action)[language],
        who: nameOf(moment.act.actor),
        result: actResult(moment.act, telling),
      };
  }
}

function tellDone(step: HistoryItem, { language, nameOf }: Telling): ToldMoment {
  const words = speak(replayWords, language);
  const { names, cancelled, actor, deputyOf, outcome, outcomeLabel, note, attempts } = step;
  const attempt = attempts.at(-1);
  const label = outcomeLabel ? outcomeLabel[language] : isPerson(actor) ? outcome : null;
  const tries = attempts.length > 1 && words.tries(attempts.length);
  const fault = attempt?.result.startsWith('bpmn-error:') && words.answered(attempt.result.slice(11));
  const result = [label, note, fault, tries].filter(Boolean).join(' · ');
  if (cancelled) return { what: words.interrupted(names[language]), who: '', result: fault ? result : '' };
  const deputy = deputyOf && speak(caseWords, language).asDeputyOf(nameOf(deputyOf));
  return {
    what: words.left(names[language]),
    who: [nameOf(actor), deputy].filter(Boolean).join(', '),
    result,
  };
}

/** `N03 Permendagri 73/2022 ps. 5(3)b; U08`: the rules that struck, with their law. */
const tellFindings = (findings: readonly CaseFinding[]) =>
  findings.map(({ code, legalBasis }) => [code, legalBasis].filter(Boolean).join(' ')).join('; ');
