import { expect, it } from 'vitest';
import type { DocumentRequirement } from '@lampid/domain/rules/document-requirements';
import { arrange, attachedOf } from './arrange.js';

const kind = (name: string, required = false) => ({
  ...{ kind: name, required, names: { id: name, en: name } },
});
const kinds = [kind('form', true), kind('letter'), kind('oath'), kind('court'), kind('other')];
const asked = (code: string, ...alternatives: string[]): DocumentRequirement => ({
  ...{
    code,
    alternatives,
    severity: 'E',
    message: { id: code, en: code },
    legalBasis: null,
    fulfilled: false,
  },
});
const names = (of: readonly { kind: string }[]) => of.map((one) => one.kind);

it('each kind stands once: what is needed by itself, alternatives together, then what nobody asks for', () => {
  const { single, eitherOr, others } = arrange(kinds, [
    asked('U15', 'form'),
    asked('L18', 'letter', 'oath'),
    asked('M09', 'oath', 'court'),
  ]);
  expect(names(single)).toEqual(['form']);
  expect(
    eitherOr.map((group) => [group.requirement.code, names(group.kinds), names(group.elsewhere)]),
  ).toEqual([
    ['L18', ['letter', 'oath'], []],
    ['M09', ['court'], ['oath']],
  ]);
  expect(names(others)).toEqual(['other']);
});

it('what the rules need of this report alone is required like what every report needs', () => {
  const { single } = arrange(kinds, [asked('L20', 'court')]);
  expect(single.map(({ kind: name, required }) => [name, required])).toEqual([
    ['form', true],
    ['court', true],
  ]);
});

it('without rules the kinds stand as the event type has them', () => {
  const { single, eitherOr, others } = arrange(kinds, []);
  expect([names(single), eitherOr, names(others)]).toEqual([
    ...[['form'], [], ['letter', 'oath', 'court', 'other']],
  ]);
});

it('a requirement is fulfilled by those of its alternatives that are attached', () => {
  const of = { kinds, attached: ['oath', 'other'] };
  expect(names(attachedOf(asked('L18', 'letter', 'oath'), of))).toEqual(['oath']);
});
