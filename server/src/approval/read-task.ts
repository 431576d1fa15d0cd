import { decisionsOf } from '@lampid/db/approval/decisions';
import { readTaskDraft } from '@lampid/db/approval/task-drafts';
import { findTask, type TaskRow } from '@lampid/db/approval/tasks';
import { areaNames } from '@lampid/db/reference/areas';
import { findAttachments } from '@lampid/db/reporting/attachments';
import { currentFindings } from '@lampid/db/reporting/findings';
import { loadReport } from '@lampid/db/reporting/report';
import type { z } from 'zod';
import type { Deps } from '../deps.js';
import { noteView } from '../audit/case-views.js';
import type { Caller } from '../identity/authorize.js';
import { tagScope } from '../observability/request-scope.js';
import { findingView } from '../reporting/finding-view.js';
import { namedUploads } from '../reporting/named-uploads.js';
import { asSeenBy } from '../reporting/as-seen-by.js';
import { assertVisible } from './task-access.js';
import { taskElement, type TaskElement } from './task-element.js';
import type { taskItemSchema, taskSchema } from './task-schemas.js';

export async function readTask(
  deps: Deps,
  input: { caller: Caller; taskId: string },
): Promise<z.input<typeof taskSchema>> {
  const { caller, taskId } = input;
  const task = await findTask(deps.db.manager, taskId);
  assertVisible(caller, task);
  tagScope({ reportId: task.reportId, ticket: task.ticket });
  await noteView(deps.db, caller, { id: task.reportId, areaCode: task.areaCode });
  const [element, names, report, draft, findings, decisions] = await Promise.all([
    taskElement(deps.definitions, task),
    areaNames(deps.db, [task.areaCode]),
    loadReport(deps.db.manager, task.reportId),
    readTaskDraft(deps.db.manager, taskId),
    currentFindings(deps.db.manager, task.reportId),
    decisionsOf(deps.db.manager, task.reportId),
  ]);
  const warnings = findings.filter(
    ({ severity, acknowledgedBy }) => severity === 'W' && acknowledgedBy === null,
  );
  return {
    ...taskItem(task, element, names.get(task.areaCode) ?? null),
    state: task.state,
    leftBy: task.leftBy,
    handed: task.handedBy === null ? null : { by: task.handedBy, note: task.handedNote },
    form: element.form,
    data: asSeenBy(caller, report!.data),
    draft: draft && {
      ...draft,
      data: asSeenBy(caller, draft.data),
      keptAt: draft.keptAt.toISOString(),
      uploads: (await findAttachments(deps.db.manager, namedUploads(draft.data))).map(
        ({ id, fileName, uploadedBy }) => ({ id, fileName, uploadedBy }),
      ),
    },
    findings: findings.map(findingView),
    begins:
      element.answeredBy === null
        ? null
        : (deps.events.get(task.type)?.definition.becomes?.(report!.data) ?? null),
    toAcknowledge: [...new Set(warnings.map(({ code }) => code))],
    decisions: decisions.map(
      ({ taskId: decided, element: decidedElement, outcome, note, decidedBy, deputyOf, decidedAt }) => ({
        ...{ taskId: decided, element: decidedElement, outcome, note, decidedBy, deputyOf },
        decidedAt: decidedAt.toISOString(),
      }),
    ),
  };
}

export function taskItem(
  task: TaskRow,
  element: TaskElement,
  areaName: string | null,
): z.input<typeof taskItemSchema> {
  const { id, reportId, ticket, type, title, status, areaCode, assignee, createdBy, definitionId, urgedBy } =
    task;
  const { names, outcomes, labels, noteRequired, formId } = element;
  return {
    ...{ id, reportId, ticket, type, title, status, areaCode, areaName, assignee, createdBy, definitionId },
    ...{ step: task.element, name: names.id, names, outcomes, labels, noteRequired, formId },
    groups: task.candidateGroups,
    urgedBy,
    urgedAt: task.urgedAt?.toISOString() ?? null,
    claimedAt: task.claimedAt?.toISOString() ?? null,
    openedAt: task.openedAt.toISOString(),
    dueAt: task.dueAt?.toISOString() ?? null,
    submittedAt: task.submittedAt.toISOString(),
  };
}
