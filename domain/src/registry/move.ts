/** F-1.03: the consequence of a move follows from where it leads, not from what was ticked (P04). */
import { moveScopeOf } from '../areas.js';
import type { EffectResult } from './change.js';
import { EffectDraft } from './effect-draft.js';
import { moveOutOfCity, type MoveOutTerms } from './move-out-of-city.js';
import { planMove, type MoveInput } from './move-plan.js';
import { moveWithinCity } from './move-within-city.js';

/** `terms` are those of the SKPWNI; computed only when one is issued. Throws EffectConflict. */
export function registerMove(input: MoveInput, terms: () => MoveOutTerms): EffectResult {
  const plan = planMove(input);
  const draft = new EffectDraft();
  if (moveScopeOf(plan.moveClass) === 'intra') moveWithinCity(draft, plan, input);
  else moveOutOfCity(draft, plan, input, terms());
  draft.variables.moveClass = plan.moveClass;
  return draft.done();
}
