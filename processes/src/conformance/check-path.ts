/**
 * Whether the recorded steps of an instance are a way that its own model allows: tokens are played along the flows, step by step as they were
 * entered. A step that no token leads to deviates, and so does a token that nothing took when the instance had ended. Pure.
 */
import type { StepRule, StepRules } from './step-rules.js';

/** A step of one instance, as the engine told it. */
export interface RecordedStep {
  stepId: string;
  element: string;
  /** `multiInstanceBody` stands around the repetitions of its element. */
  elementType: string;
  /** Step of the enclosing sub-process (or multi-instance body); null directly in the process. */
  parentStepId: string | null;
  /** Epoch ms; null when it is not known (any more). */
  enteredAt: number | null;
  /** Null while the case stands here. */
  leftAt: number | null;
  cancelled: boolean;
}

export interface RecordedInstance {
  /** In the order in which they were entered. */
  steps: readonly RecordedStep[];
  /** Null while it runs. */
  ended: 'completed' | 'cancelled' | null;
}

export type DeviationKind =
  /** The model has no such element. */
  | 'unknown-element'
  /** It began although nothing that leads to it had ended. */
  | 'no-way-here'
  /** It began outside of the sub-process that it lies in. */
  | 'outside-its-scope'
  /** A scope began twice. */
  | 'began-twice'
  /** An event happened at an activity that was not active. */
  | 'host-not-active'
  /** It was undone although nothing asked for that, or nothing was done. */
  | 'undone-without-reason'
  /** What comes next by the model never began. */
  | 'nothing-followed'
  /** The instance ended while the step stood open. */
  | 'left-open'
  /** The instance ended without reaching an end of the model. */
  | 'no-end';

export interface Deviation {
  kind: DeviationKind;
  /** Null when the instance as a whole is meant. */
  element: string | null;
  /** What the model would have had before it (or, where nothing followed, after it). */
  expected: string[];
}

/** What a completed step grants: one of `targets` may begin. */
interface Token {
  targets: readonly string[];
  /** Tokens of one step that need not all be taken share a debt. */
  debt: { element: string; paid: boolean };
  from: RecordedStep;
}

interface Scope {
  tokens: Token[];
  began: boolean;
  /** Ended at once by an end or an event: what else was going on there goes nowhere. */
  cut: boolean;
  /** Arrivals at parallel joins that have not gone on yet. */
  arrived: Map<string, number>;
}

/** @returns nothing when the way is allowed */
export function checkPath(rules: StepRules, instance: RecordedInstance): Deviation[] {
  return new Play(rules, instance).deviations();
}

const ROOT = '';

class Play {
  readonly #scopes = new Map<string, Scope>();
  readonly #steps: ReadonlyMap<string, RecordedStep>;
  readonly #found: Deviation[] = [];
  /** Steps whose end went to a boundary event instead of a flow. */
  readonly #interrupted = new Set<RecordedStep>();
  #compensating = false;
  #reachedEnd = false;

  constructor(
    private readonly rules: StepRules,
    private readonly instance: RecordedInstance,
  ) {
    this.#steps = new Map(instance.steps.map((step) => [step.stepId, step]));
  }

  deviations(): Deviation[] {
    for (const step of this.instance.steps) this.#play(step);
    this.#settle();
    return this.#found;
  }

  #play(step: RecordedStep): void {
    const rule = this.rules.get(step.element);
    if (!rule) return this.#deviate('unknown-element', step.element);
    if (this.#isRepetition(step)) return;
    const goesOn = this.#enter(step, rule);
    if (rule.compensates) this.#compensating = true;
    if (step.leftAt === null || (step.cancelled && !rule.waitsForEvents)) return;
    if (rule.isEnd) this.#end(step, rule);
    else if (goesOn) this.#grant(step, rule);
  }

  /** One of several runs of the same element: its body has the token. */
  #isRepetition(step: RecordedStep): boolean {
    const parent = this.#steps.get(step.parentStepId ?? ROOT);
    return parent?.elementType === 'multiInstanceBody' && parent.element === step.element;
  }

  /** @returns false when it only arrived at a join that still waits for others */
  #enter(step: RecordedStep, rule: StepRule): boolean {
    // Handlers run wherever the engine puts what is undone.
    if (rule.entry !== 'compensation' && !this.#isInItsScope(step, rule)) {
      this.#deviate('outside-its-scope', rule.id, rule.scope === null ? [] : [rule.scope]);
      return true;
    }
    switch (rule.entry) {
      case 'start':
        this.#begin(step, rule);
        return true;
      case 'boundary':
        this.#happen(step, rule);
        return true;
      case 'event-sub-process':
        if (rule.interrupting) this.#cut(this.#scopeOf(step));
        return true;
      case 'compensation':
        this.#undo(step, rule);
        return false;
      case 'flow':
        return this.#follow(step, rule);
    }
  }

  #isInItsScope(step: RecordedStep, rule: StepRule): boolean {
    let parent = this.#steps.get(step.parentStepId ?? ROOT);
    // A step inside of a repetition of its sub-process, or the body that stands around one.
    while (parent?.elementType === 'multiInstanceBody') parent = this.#steps.get(parent.parentStepId ?? ROOT);
    return (parent?.element ?? null) === rule.scope;
  }

  #begin(step: RecordedStep, rule: StepRule): void {
    const scope = this.#scopeOf(step);
    if (scope.began) this.#deviate('began-twice', rule.id);
    scope.began = true;
  }

  /** A boundary event: its host is active at this moment, and ends without going on when the event interrupts it. */
  #happen(step: RecordedStep, rule: StepRule): void {
    const host = this.instance.steps.findLast(
      (other) =>
        other.element === rule.host &&
        other.parentStepId === step.parentStepId &&
        !this.#interrupted.has(other) &&
        (other.enteredAt ?? -Infinity) <= (step.enteredAt ?? Infinity),
    );
    const own = host === undefined ? [] : this.#scopeOf(step).tokens.filter(({ from }) => from === host);
    const isOver =
      host !== undefined && host.leftAt !== null && !host.cancelled && own.length === 0 && this.#goesOn(host);
    const isBefore = host?.leftAt != null && step.enteredAt !== null && host.leftAt < step.enteredAt;
    if (host === undefined || isOver || (!rule.interrupting && isBefore)) {
      this.#deviate('host-not-active', rule.id, rule.host === null ? [] : [rule.host]);
      return;
    }
    if (!rule.interrupting) return;
    this.#interrupted.add(host);
    const scope = this.#scopeOf(step);
    scope.tokens = scope.tokens.filter(({ from }) => from !== host);
  }

  #goesOn(step: RecordedStep): boolean {
    return (this.rules.get(step.element)?.outgoing.length ?? 0) > 0;
  }

  #undo(step: RecordedStep, rule: StepRule): void {
    const isDone = this.instance.steps.some(
      (other) => other.element === rule.undoes && other.leftAt !== null && !other.cancelled,
    );
    if (!this.#compensating || !isDone)
      this.#deviate('undone-without-reason', step.element, rule.undoes === null ? [] : [rule.undoes]);
  }

  #follow(step: RecordedStep, rule: StepRule): boolean {
    const scope = this.#scopeOf(step);
    const index = scope.tokens.findIndex(
      ({ targets, from }) =>
        targets.includes(rule.id) && (from.leftAt ?? Infinity) <= (step.enteredAt ?? Infinity),
    );
    if (index < 0) {
      this.#deviate('no-way-here', rule.id, this.#before(rule.id));
      return true;
    }
    const [token] = scope.tokens.splice(index, 1);
    token!.debt.paid = true;
    if (!rule.joinsAll) return true;
    const arrived = (scope.arrived.get(rule.id) ?? 0) + 1;
    scope.arrived.set(rule.id, arrived % rule.incoming);
    return arrived === rule.incoming;
  }

  #grant(step: RecordedStep, rule: StepRule): void {
    const { tokens, cut } = this.#scopeOf(step);
    if (cut || rule.outgoing.length === 0) return;
    const debt = () => ({ element: rule.id, paid: rule.leaves === 'any' || step.cancelled });
    if (rule.leaves === 'one') tokens.push({ targets: rule.outgoing, debt: debt(), from: step });
    else {
      const shared = debt();
      for (const target of rule.outgoing)
        tokens.push({ targets: [target], debt: rule.leaves === 'all' ? debt() : shared, from: step });
    }
  }

  #end(step: RecordedStep, rule: StepRule): void {
    if (rule.endsScope) this.#cut(this.#scopeOf(step));
    if (rule.scope === null || this.#isTriggered(rule.scope)) this.#reachedEnd = true;
  }

  /** The end of an event sub-process that interrupted the process is an end of the process. */
  #isTriggered(scope: string): boolean {
    const rule = this.rules.get(scope);
    return rule?.entry === 'event-sub-process' && rule.interrupting && rule.scope === null;
  }

  #cut(scope: Scope): void {
    scope.cut = true;
    scope.tokens = [];
  }

  /** What must have happened by the end of a scope. */
  #settle(): void {
    for (const [stepId, scope] of this.#scopes) {
      const isOver =
        stepId === ROOT ? this.instance.ended === 'completed' : this.#isCompleted(this.#steps.get(stepId));
      if (!isOver || scope.cut) continue;
      const unpaid = new Map(
        scope.tokens.flatMap((token) => (token.debt.paid ? [] : [[token.debt, token] as const])),
      );
      for (const { debt, targets } of unpaid.values())
        this.#deviate('nothing-followed', debt.element, [...targets]);
    }
    if (this.instance.ended !== 'completed') return;
    for (const step of this.instance.steps)
      if (step.leftAt === null) this.#deviate('left-open', step.element);
    if (!this.#reachedEnd) this.#deviate('no-end', null);
  }

  #isCompleted(step: RecordedStep | undefined): boolean {
    return step !== undefined && step.leftAt !== null && !step.cancelled && !this.#interrupted.has(step);
  }

  #scopeOf(step: RecordedStep): Scope {
    const key = step.parentStepId ?? ROOT;
    const known = this.#scopes.get(key) ?? { tokens: [], began: false, cut: false, arrived: new Map() };
    this.#scopes.set(key, known);
    return known;
  }

  #before(element: string): string[] {
    return [...this.rules.values()].flatMap(({ id, outgoing }) => (outgoing.includes(element) ? [id] : []));
  }

  #deviate(kind: DeviationKind, element: string | null, expected: string[] = []): void {
    this.#found.push({ kind, element, expected });
  }
}
