/** Finds in the register what a document order is about. */
import type { FamilyCard, Resident } from '@lampid/domain/registry/snapshot';
import type { DocumentInput } from '../define-event.js';

type Input = Pick<DocumentInput<unknown>, 'order' | 'registry' | 'registered'>;

export function residentOf({ order, registry }: Input): Resident {
  const { about } = order;
  const resident = 'resident' in about && registry.residents.find(({ id }) => id === about.resident);
  if (!resident)
    throw new Error(`document ${order.kind} is about a resident that the register does not show`);
  return resident;
}

export function cardOf({ order, registry }: Input): FamilyCard {
  const { about } = order;
  const card = 'card' in about && registry.familyCards.find(({ number }) => number === about.card);
  if (!card) throw new Error(`document ${order.kind} is about a family card that the register does not show`);
  return card;
}

/** Number of the deed of this kind that the registration made. */
export function deedNumberOf({ registered, order }: Input, kind: string): string {
  const deed = registered.deeds.find((candidate) => candidate.kind === kind);
  if (!deed) throw new Error(`document ${order.kind} needs a deed of kind ${kind}`);
  return deed.number;
}
