/** Who moves, who stays and what that means for the family card, before anything is written (F-1.03; DOMAIN 2.6). */
import { moveClassOf, type MoveClass } from '../areas.js';
import { EffectConflict } from './change.js';
import { familyOf, headOf, memberByNik, type Family, type Member } from './family.js';
import { chooseNewHead, type NewHead } from './new-head.js';
import type { Address, RegistrySnapshot, RelationToHead } from './snapshot.js';

export interface MoveInput {
  registry: RegistrySnapshot;
  familyCardNumber: string;
  /** `relation`: SHDK at the destination, where the reporter stated it. */
  movers: { nik: string; relation?: RelationToHead | null }[];
  destination: Address;
  /** Status KK of those who move: 1 numpang, 2 KK baru, 3 nomor tetap. */
  statusKkMoving: 1 | 2 | 3 | null;
  hostCardNumber?: string | null;
  newHeadNik?: string | null;
  movingHeadNik?: string | null;
  eventDate: string;
  today: string;
}

export interface MovePlan {
  family: Family;
  head: Member;
  movers: Member[];
  staying: Member[];
  headMoves: boolean;
  moveClass: MoveClass;
  /** Set when the head moves and others stay. */
  newHead: NewHead | null;
}

/** Throws EffectConflict U08, U09, P01, P02, NEW_HEAD. */
export function planMove(input: MoveInput): MovePlan {
  const family = familyOf(input.registry, input.familyCardNumber);
  const head = headOf(family);
  const movers = input.movers.map(({ nik }, index) => memberByNik(family, nik, `movers.${index}.nik`));
  movers.forEach(({ resident }, index) => refuseOpenLetter(input.registry, resident.nik, index));
  const moving = new Set(movers.map(({ resident }) => resident.id));
  const staying = family.members.filter(({ resident }) => !moving.has(resident.id));
  const headMoves = moving.has(head.resident.id);
  return {
    family,
    head,
    // In the order of the card, head first, each person once.
    movers: family.members.filter(({ resident }) => moving.has(resident.id)),
    staying,
    headMoves,
    moveClass: moveClassOf(family.card.address.areaCode, input.destination.areaCode),
    newHead:
      headMoves && staying.length > 0
        ? chooseNewHead({
            registry: input.registry,
            family,
            staying,
            newHeadNik: input.newHeadNik,
            today: input.today,
          })
        : null,
  };
}

function refuseOpenLetter(registry: RegistrySnapshot, nik: string, index: number): void {
  if (!registry.openLetters.some((letter) => letter.niks.includes(nik))) return;
  const text = { id: 'Masih ada SKPWNI aktif', en: 'Active SKPWNI exists' };
  throw new EffectConflict('P02', text, `movers.${index}.nik`);
}
