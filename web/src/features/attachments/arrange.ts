/** The kinds of document that an event type knows, as its rules ask for them with what is filled in now. Pure. */
import type { DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import type { AttachmentKind } from '../../api/wire.js';

export interface EitherOr {
  requirement: DocumentRequirement;
  /** Those that stand here; each stands once. */
  kinds: AttachmentKind[];
  /** Those of its alternatives that stand with an earlier requirement. */
  elsewhere: AttachmentKind[];
}

export interface Arranged {
  /** Asked for, each by itself; `required` as the rules have it now. */
  single: AttachmentKind[];
  eitherOr: EitherOr[];
  /** Not asked for. */
  others: AttachmentKind[];
}

export function arrange(kinds: readonly AttachmentKind[], asked: readonly DocumentRequirement[]): Arranged {
  const needed = new Set(
    asked.flatMap(({ alternatives }) => (alternatives.length === 1 ? alternatives : [])),
  );
  const single = kinds
    .filter(({ kind, required }) => required || needed.has(kind))
    .map((kind) => ({ ...kind, required: true }));
  const placed = new Set(single.map(({ kind }) => kind));
  const eitherOr: EitherOr[] = [];
  for (const requirement of asked) {
    if (requirement.alternatives.length < 2) continue;
    const alternatives = kinds.filter(({ kind }) => requirement.alternatives.includes(kind));
    const [here, elsewhere] = [
      alternatives.filter(({ kind }) => !placed.has(kind)),
      alternatives.filter(({ kind }) => placed.has(kind)),
    ];
    for (const { kind } of here) placed.add(kind);
    eitherOr.push({ requirement, kinds: here, elsewhere });
  }
  return { single, eitherOr, others: kinds.filter(({ kind }) => !placed.has(kind)) };
}

/** Which of its alternatives are attached: by them it is fulfilled, if the rules say that it is. */
export function attachedOf(
  { alternatives }: DocumentRequirement,
  { kinds, attached }: { kinds: readonly AttachmentKind[]; attached: readonly string[] },
): AttachmentKind[] {
  return kinds.filter(({ kind }) => alternatives.includes(kind) && attached.includes(kind));
}
