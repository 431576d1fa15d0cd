/**
 * Tries a candidate on a case that ran: the recorded steps are the clock, and the candidate says before each of them whether it would
 * have come. What people chose, what timers and other offices did is taken from the record; what tables and gateways say is the
 * candidate's. Pure.
 */
import { outcomeOf } from '@lampid/domain/rules/finding';
import { splitList, type CaseElement } from '../case-model.js';
import type { Value } from '../portable-expression.js';
import type { Candidate } from './candidate.js';
import { chosenFlows } from './chosen-flows.js';
import { judgeAgain } from './judge-again.js';
import { innerStarts, predictEnd } from './predict-end.js';
import type { CaseVerdict, NotJudged, RecordedCase, RecordedStep, RuleChange } from './recorded-case.js';

/** One of `targets` may be entered next. */
interface Expected {
  /** The step that the token leaves, and its place in the record; null at the start. */
  from: { element: string; at: number } | null;
  targets: string[];
}

export function tryCase(candidate: Candidate, recorded: RecordedCase): CaseVerdict {
  if (recorded.steps.length === 0) return { kind: 'not-judged', why: { code: 'no-steps' } };
  return new Trial(candidate, recorded).run();
}

class Trial {
  readonly #variables = new Map<string, Value>();
  readonly #entered = new Set<string>();
  #expected: Expected[];
  /** Of the last judging. */
  #changes: RuleChange[] = [];
  #firstChanged: { element: string; changes: RuleChange[] } | null = null;

  constructor(
    private readonly candidate: Candidate,
    private readonly recorded: RecordedCase,
  ) {
    this.#expected = [{ from: null, targets: candidate.starts }];
  }

  run(): CaseVerdict {
    for (const [at, step] of this.recorded.steps.entries()) {
      if (!this.#comes(step.element)) return this.#parted(step);
      const element = this.candidate.elements.get(step.element);
      if (!element) return this.#parted(step);
      const why = this.#enter(step, element);
      if (why) return { kind: 'not-judged', why };
      this.#entered.add(element.id);
      this.#expect(element, at);
    }
    return this.#firstChanged ? { kind: 'findings', ...this.#firstChanged } : { kind: 'same' };
  }

  /** True when the candidate lets the case come here. */
  #comes(element: string): boolean {
    for (;;) {
      const found = this.#expected.findIndex(({ targets }) => targets.includes(element));
      if (found >= 0) {
        this.#expected.splice(found, 1);
        return true;
      }
      if (this.#fromOutside(element)) return true;
      if (!this.#skipEmptyMultiInstance()) return false;
    }
  }

  /** Timers, messages and errors at a border, handlers of a compensation, further people of a multi-instance, tokens that join. */
  #fromOutside(id: string): boolean {
    const element = this.candidate.elements.get(id);
    if (!element || this.candidate.starts.includes(id)) return false;
    if (element.attachedTo !== null) return this.#entered.has(element.attachedTo);
    if (element.startedByEvent) return true;
    if (element.type === 'startEvent' && element.parent !== null)
      return this.#entered.has(element.parent) && this.#startedByEvent(element.parent);
    return this.#entered.has(id) && (element.multiInstance || element.type === 'parallelGateway');
  }

  #startedByEvent(id: string): boolean {
    return this.candidate.elements.get(id)?.startedByEvent === true;
  }

  /** A multi-instance over nobody leaves no trace. */
  #skipEmptyMultiInstance(): boolean {
    for (const entry of this.#expected) {
      const empty = entry.targets.find((id) => this.candidate.elements.get(id)?.multiInstance);
      if (empty === undefined) continue;
      entry.targets = [
        ...entry.targets.filter((id) => id !== empty),
        ...chosenFlows(this.candidate, empty, this.#read).targets,
      ];
      return true;
    }
    return false;
  }

  #enter(step: RecordedStep, element: CaseElement): NotJudged | null {
    if (element.type === 'userTask') {
      if (step.outcome === null) this.#variables.delete(`${element.id}_outcome`);
      else this.#variables.set(`${element.id}_outcome`, step.outcome);
    }
    return element.topic === 'validate-report' ? this.#judge(step, element) : null;
  }

  #judge(step: RecordedStep, element: CaseElement): NotJudged | null {
    const evaluation = this.recorded.evaluations.get(step.stepId);
    // Whoever waits to be judged, or was taken away before, has not been judged then either.
    if (!evaluation) return step.left ? { code: 'no-facts' } : null;
    const judged = judgeAgain(this.candidate, splitList(element.properties['decisions'] ?? ''), evaluation);
    if ('why' in judged) return judged.why;
    for (const [name, value] of Object.entries(outcomeOf(judged.rules))) this.#variables.set(name, value);
    this.#changes = judged.changes;
    if (judged.changes.length > 0) this.#firstChanged ??= { element: element.id, changes: judged.changes };
    return null;
  }

  #expect(element: CaseElement, at: number): void {
    const from = { element: element.id, at };
    if (element.type === 'subProcess' && !element.startedByEvent) {
      this.#expected.push({ from, targets: innerStarts(this.candidate, element.id) });
      return;
    }
    // The end of a sub-process is where it goes on.
    const leaving = element.type === 'endEvent' ? element.parent : element.id;
    if (leaving === null) return;
    const { certain, targets } = chosenFlows(this.candidate, leaving, this.#read);
    if (targets.length === 0) return;
    if (certain) for (const target of targets) this.#expected.push({ from, targets: [target] });
    else this.#expected.push({ from, targets });
  }

  #parted(step: RecordedStep): CaseVerdict {
    const instead = this.#nextInstead();
    const before = this.recorded.steps[this.recorded.steps.indexOf(step) - 1];
    const predicted = instead?.targets[0];
    return {
      kind: 'way',
      element: instead?.from?.element ?? before?.element ?? step.element,
      taken: step.element,
      predicted: predicted === undefined ? null : predictEnd(this.candidate, predicted, this.#read),
      changes: this.#changes,
    };
  }

  /** The token that went elsewhere: the one that left its step last, not one that still waits beside. */
  #nextInstead(): Expected | undefined {
    const left = this.#expected.filter(({ from }) => from === null || this.recorded.steps[from.at]!.left);
    return left.reduce<Expected | undefined>(
      (latest, entry) => ((entry.from?.at ?? -1) >= (latest?.from?.at ?? -1) ? entry : latest),
      undefined,
    );
  }

  readonly #read = (name: string): Value | undefined => this.#variables.get(name);
}
