/** What a mapping would do to the cases that stand at each element, before any case is looked at. Pure. */
import type { ElementMapping } from '@lampid/db/modeling/case-migrations';
import type { Text } from '@lampid/domain/rules/finding';
import type { CaseElement } from '@lampid/processes/case-model';
import type { KnownDefinition } from '../definitions.js';
import { isPlace, placesOf } from './places.js';
import { isSameKind } from './suggest-mapping.js';

/** `fault`: cannot be done; `notice`: what somebody will see different from then on. */
export interface Remark {
  element: string;
  kind: 'fault' | 'notice';
  code: string;
  message: Text;
}

type Version = Pick<KnownDefinition, 'elements' | 'forms'>;

export function checkMapping(source: Version, target: Version, mapping: ElementMapping): Remark[] {
  const remarks = Object.entries(mapping).flatMap(([id, to]): Remark[] => {
    const from = source.elements.get(id);
    if (!from || !isPlace(from, source.elements))
      return [fault(id, 'UNKNOWN_ELEMENT', textUnknown(id, 'lama', 'old'))];
    if (to === null) return noticesOfLost(from);
    const other = target.elements.get(to);
    if (!other) return [fault(id, 'UNKNOWN_TARGET', textUnknown(to, 'baru', 'new'))];
    if (from.attachedTo !== null && (mapping[from.attachedTo] ?? null) !== other.attachedTo)
      return [fault(id, 'DETACHED', detached(source.elements.get(from.attachedTo)))];
    return compare(from, other, { source, target });
  });
  return [...remarks, ...newTimers(source, target, mapping)];
}

function compare(
  from: CaseElement,
  to: CaseElement,
  { source, target }: { source: Version; target: Version },
): Remark[] {
  if (!isSameKind(from, to)) return [fault(from.id, 'OTHER_KIND', OTHER_KIND)];
  // The piece of work that waits at the engine keeps its topic: another worker would never be asked.
  if (from.topic !== to.topic) return [fault(from.id, 'OTHER_TOPIC', OTHER_TOPIC)];
  if (from.calledElement !== to.calledElement) return [fault(from.id, 'OTHER_CALLED', OTHER_CALLED)];
  if (from.type === 'userTask' && to.formId !== null && !target.forms.has(to.formId))
    return [fault(from.id, 'NO_FORM', NO_FORM)];
  if (from.event === 'message' && from.waitsFor !== to.waitsFor)
    return [fault(from.id, 'OTHER_MESSAGE', OTHER_MESSAGE)];
  const notices: Remark[] = [];
  const note = (code: string, message: Text) =>
    notices.push({ element: from.id, kind: 'notice', code, message });
  if (from.name !== to.name) note('OTHER_NAME', otherName(from.name || from.id, to.name || to.id));
  if (from.type === 'userTask') {
    const form = (version: Version, id: string | null) =>
      JSON.stringify((id !== null && version.forms.get(id)) || null);
    if (from.formId !== to.formId || form(source, from.formId) !== form(target, to.formId))
      note('OTHER_FORM', OTHER_FORM);
    if (from.outcomes.join() !== to.outcomes.join()) note('OTHER_OUTCOMES', otherOutcomes(from, to));
    if (from.candidateGroups.join() !== to.candidateGroups.join()) note('SAME_QUEUE', SAME_QUEUE);
  }
  if (from.event === 'timer' && from.waitsFor !== to.waitsFor) note('OTHER_TIME', OTHER_TIME);
  return notices;
}

function noticesOfLost(from: CaseElement): Remark[] {
  if (from.type !== 'boundaryEvent' || from.event === 'compensate') return [];
  const name = from.name || from.id;
  const message = {
    id: `"${name}" tidak lagi ditunggu pada kasus yang dipindahkan`,
    en: `Cases that are moved wait for "${name}" no longer`,
  };
  return [{ element: from.id, kind: 'notice', code: 'EVENT_LOST', message }];
}

/** A timer that is new around a waiting step begins with the move, and fires at once when its date has passed. */
function newTimers(source: Version, target: Version, mapping: ElementMapping): Remark[] {
  const reached = new Set(Object.values(mapping));
  return placesOf(target.elements).flatMap((timer): Remark[] => {
    if (timer.type !== 'boundaryEvent' || timer.event !== 'timer' || reached.has(timer.id)) return [];
    const around = Object.keys(mapping).find((id) => mapping[id] === timer.attachedTo);
    if (around === undefined || !source.elements.has(around)) return [];
    const message = {
      id: `Batas waktu baru "${timer.name || timer.id}" mulai berlaku saat dipindahkan; bila waktunya sudah lewat, langsung berjalan`,
      en: `The new deadline "${timer.name || timer.id}" holds from the move on; it fires at once when its time has passed`,
    };
    return [{ element: around, kind: 'notice', code: 'NEW_TIMER', message }];
  });
}

function fault(element: string, code: string, message: Text): Remark {
  return { element, kind: 'fault', code, message };
}

function textUnknown(id: string, idVersion: string, enVersion: string): Text {
  return {
    id: `Tidak ada langkah "${id}" di versi ${idVersion} tempat kasus dapat berada`,
    en: `The ${enVersion} version has no step "${id}" where a case could stand`,
  };
}

function detached(activity: CaseElement | undefined): Text {
  const name = activity?.name || activity?.id || '';
  return {
    id: `Melekat pada "${name}" dan hanya dapat ikut ke tempat langkah itu berlanjut`,
    en: `It hangs on "${name}" and can only go where that step goes on`,
  };
}

function otherName(from: string, to: string): Text {
  return { id: `"${from}" menjadi "${to}"`, en: `"${from}" becomes "${to}"` };
}

function otherOutcomes(from: CaseElement, to: CaseElement): Text {
  const labels = (element: CaseElement, language: 'id' | 'en') =>
    element.outcomes.map((outcome) => element.labels[outcome]?.[language] ?? outcome).join(', ') || '-';
  return {
    id: `Tombol keputusan: ${labels(from, 'id')} menjadi ${labels(to, 'id')}`,
    en: `Buttons: ${labels(from, 'en')} become ${labels(to, 'en')}`,
  };
}

const OTHER_KIND: Text = {
  id: 'Jenis langkah berbeda: kasus hanya dapat pindah ke langkah sejenis',
  en: 'Another kind of step: a case can only go on at one of its kind',
};
const OTHER_TOPIC: Text = {
  id: 'Pekerjaan otomatisnya berbeda: yang sudah menunggu tidak dapat berganti pekerjaan',
  en: 'Another topic: work that already waits cannot become other work',
};
const OTHER_CALLED: Text = {
  id: 'Memanggil model yang lain: yang sudah dipanggil tetap berjalan pada modelnya',
  en: 'Calls another model: what was called already goes on in its own',
};
const NO_FORM: Text = {
  id: 'Formulir tugas ini tidak ada di versi baru',
  en: 'The form of this task is not in the new version',
};
const OTHER_MESSAGE: Text = {
  id: 'Menunggu pesan yang lain: pesan yang sedang di jalan tidak akan diterima',
  en: 'Waits for another message: one that is under way would find nobody',
};
const OTHER_FORM: Text = { id: 'Formulir tugas berubah', en: 'The form of the task changes' };
const SAME_QUEUE: Text = {
  id: 'Kelompok petugas berubah; tugas yang sudah terbuka tetap di antrean semula',
  en: 'The group of officers changes; a task that is open stays in the queue where it is',
};
const OTHER_TIME: Text = {
  id: 'Waktunya dihitung menurut versi baru; bila sudah lewat, langsung berjalan',
  en: 'Its time is that of the new version; it fires at once when that has passed',
};
