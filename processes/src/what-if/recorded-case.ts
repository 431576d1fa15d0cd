/** What is known of a case that ran, as far as what-if needs it. Nothing in it is about a person. */
import type { AppliedRule } from '@lampid/domain/rules/evaluate';
import type { Facts } from '@lampid/domain/rules/facts';

export interface RecordedStep {
  stepId: string;
  /** Id in the model, without the engine's suffix for the body of a multi-instance. */
  element: string;
  /** False while the token is there, or when something took it away from there. */
  left: boolean;
  /** Outcome that a person chose; null for any other step. */
  outcome: string | null;
}

export interface RecordedEvaluation {
  facts: Facts;
  /** Words of the tables that judged then: of any other text only `OTHER_TEXT` is kept. */
  words: ReadonlySet<string>;
  found: Pick<AppliedRule, 'code' | 'severity'>[];
}

export interface RecordedCase {
  /** Of the case's own process, without the processes that it called, in the order in which they were entered. */
  steps: RecordedStep[];
  /** By `stepId`. Empty for evaluations whose facts were not kept. */
  evaluations: ReadonlyMap<string, RecordedEvaluation>;
}

/** A rule that applied then and not now, or the other way round. */
export interface RuleChange {
  code: string;
  severity: AppliedRule['severity'];
  change: 'added' | 'gone';
}

/** Why a case cannot be judged by the candidate. */
export type NotJudged =
  /** Nothing was recorded: history from before, or a report that waits to be taken in. */
  | { code: 'no-steps' }
  /** The facts of an evaluation are not kept: it was made before they were, or too long ago. */
  | { code: 'no-facts' }
  /** The candidate's tables ask for a fact that those of the case did not. */
  | { code: 'unknown-fact'; fact: string }
  /** The candidate's tables ask for the words of a text that was not kept. */
  | { code: 'text-not-kept'; fact: string }
  /** The candidate's tables cannot be evaluated over these facts. */
  | { code: 'table-fails'; fact: string };

/** Where the candidate would lead to, as far as can be said. */
export interface PredictedEnd {
  /** Steps from where the case parts. */
  path: string[];
  stop: string;
  /** What the last of them waits for: a decision that nobody took, data that nobody judged, an event, or nothing: the case ends. */
  why: 'person' | 'judging' | 'event' | 'condition' | 'end';
  /** Status of the report there, as the model gives it. */
  status: string | null;
}

export type CaseVerdict =
  | { kind: 'same' }
  | { kind: 'not-judged'; why: NotJudged }
  /** The same way with other findings; `element` is the step that finds them. */
  | { kind: 'findings'; element: string; changes: RuleChange[] }
  /** `element` is the last step that both have; `taken` is what followed it. */
  | {
      kind: 'way';
      element: string;
      taken: string;
      /** Null when the candidate has nothing after `element`. */
      predicted: PredictedEnd | null;
      /** Of the last judging before it parts; empty when the model, not a table, sends the case another way. */
      changes: RuleChange[];
    };
