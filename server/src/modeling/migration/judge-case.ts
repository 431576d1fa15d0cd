/** Whether one running case can go on in the other version, and if not, why. Pure. */
import type { CaseReason, ElementMapping } from '@lampid/db/modeling/case-migrations';
import type { MovedStep } from '@lampid/db/modeling/migration-cases';
import type { StandingCase } from '@lampid/db/modeling/running-cases';
import type { CaseElement } from '@lampid/processes/case-model';
import { isPlace } from './places.js';

type Elements = ReadonlyMap<string, CaseElement>;

export type Judgement =
  | { verdict: 'move'; steps: MovedStep[] }
  /** Not now: what stands in the way passes by itself. */
  | { verdict: 'later'; reason: CaseReason }
  | { verdict: 'refuse'; reason: CaseReason };

export interface Versions {
  source: Elements;
  target: Elements;
  mapping: ElementMapping;
}

export function judgeCase(standing: Pick<StandingCase, 'open' | 'done'>, versions: Versions): Judgement {
  const { source, mapping } = versions;
  const open = standing.open.map((step) => ({ ...step, known: source.get(step.element) }));
  if (open.some(({ deciding }) => deciding)) return later('DECIDING', DECIDING);
  if (open.some(({ known }) => known && isUndoing(known, source))) return later('UNDOING', UNDOING);
  if (open.length === 0 || open.some(({ known }) => !known || !isPlace(known, source)))
    return later('BETWEEN_STEPS', BETWEEN_STEPS);
  const lost = open.find(({ element }) => (mapping[element] ?? null) === null);
  if (lost) return refuse('NO_TARGET', noTarget(lost.known!));
  const undo = undoLost(standing.done, versions);
  if (undo) return refuse('UNDO_LOST', undoMissing(undo));
  return {
    verdict: 'move',
    steps: open.map(({ stepId, element }) => ({ stepId, from: element, to: mapping[element]! })),
  };
}

/** What was done can be taken back as long as the case runs: the other version must know how, by the same work. */
function undoLost(done: readonly string[], { source, target, mapping }: Versions): CaseElement | null {
  for (const event of source.values()) {
    if (event.event !== 'compensate' || event.undoneBy === null || event.attachedTo === null) continue;
    if (!done.includes(event.attachedTo)) continue;
    const kept = target.get(mapping[event.id] ?? '');
    const handler = kept?.undoneBy ? target.get(kept.undoneBy) : undefined;
    if (!handler || handler.topic !== source.get(event.undoneBy)?.topic)
      return source.get(event.attachedTo) ?? event;
  }
  return null;
}

function isUndoing(element: CaseElement, elements: Elements): boolean {
  if (element.event === 'compensate') return true;
  return [...elements.values()].some(({ undoneBy }) => undoneBy === element.id);
}

const DECIDING = {
  id: 'Keputusan petugas sedang diteruskan; dicoba lagi sesudahnya',
  en: "An officer's decision is under way; tried again after it",
};
const UNDOING = {
  id: 'Pencatatan sedang dibalikkan; dicoba lagi sesudahnya',
  en: 'What was done is being taken back; tried again after it',
};
const BETWEEN_STEPS = {
  id: 'Kasus sedang berpindah langkah; dicoba lagi sebentar lagi',
  en: 'The case is between two steps; tried again shortly',
};

function noTarget({ id, name }: CaseElement) {
  return {
    id: `Kasus berada di "${name || id}", yang tidak dipetakan ke versi baru`,
    en: `The case stands at "${name || id}", which is mapped to nothing`,
  };
}

function undoMissing({ id, name }: CaseElement) {
  return {
    id: `"${name || id}" sudah dilakukan, dan versi baru tidak dapat membalikkannya`,
    en: `"${name || id}" was done, and the new version could not take it back`,
  };
}

function later(code: string, message: CaseReason['message']): Judgement {
  return { verdict: 'later', reason: { code, message } };
}

function refuse(code: string, message: CaseReason['message']): Judgement {
  return { verdict: 'refuse', reason: { code, message } };
}
