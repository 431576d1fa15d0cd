/** Our own rules. bpmnlint's recommended ones come on top (see model-linter.ts). */
import type { Rule } from './define-rule.js';
import { calledKnown } from './rules/called-known.js';
import { decisionKnown } from './rules/decision-known.js';
import { defaultFlow } from './rules/default-flow.js';
import { englishName } from './rules/english-name.js';
import { errorDeclared } from './rules/error-declared.js';
import { formKnown } from './rules/form-known.js';
import { historyKept } from './rules/history-kept.js';
import { implicitEnd } from './rules/implicit-end.js';
import { messageKnown } from './rules/message-known.js';
import { noCode } from './rules/no-code.js';
import { outcomeLeaves } from './rules/outcome-leaves.js';
import { portableExpression } from './rules/portable-expression.js';
import { propertyGiven } from './rules/property-given.js';
import { propertyKnown } from './rules/property-known.js';
import { reachable } from './rules/reachable.js';
import { taskAssigned } from './rules/task-assigned.js';
import { taskTimed } from './rules/task-timed.js';
import { topicServed } from './rules/topic-served.js';
import { variableSet } from './rules/variable-set.js';

export const allRules: Rule[] = [
  calledKnown,
  decisionKnown,
  defaultFlow,
  englishName,
  errorDeclared,
  formKnown,
  historyKept,
  implicitEnd,
  messageKnown,
  noCode,
  outcomeLeaves,
  portableExpression,
  propertyGiven,
  propertyKnown,
  reachable,
  taskAssigned,
  taskTimed,
  topicServed,
  variableSet,
];
