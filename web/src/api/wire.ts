/** Shapes of the API's JSON (DESIGN, "HTTP face"). Instants are ISO 8601 in UTC, dates `YYYY-MM-DD` in Asia/Jakarta. */
import type { Role } from '@lampid/domain/roles';
import type { ReportStatus } from '@lampid/domain/report-status';
import type { ComparedFact, Severity, Text } from '@lampid/domain/rules/finding';

export interface Session {
  username: string;
  name: string;
  role: Role;
  areaCode: string;
  areaName: string | null;
  /** Candidate groups whose tasks are theirs; none for who decides nothing. */
  groups: string[];
  /** Whose deputy they are today; a session sealed for work without a line may not say. */
  deputising?: {
    username: string;
    name: string;
    areaCode: string;
    areaName: string | null;
    until: string;
  }[];
  /** Of a head of RT or RW. */
  rt: string | null;
  rw: string | null;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** A form-js schema as it was deployed with the model. */
export type FormSchema = Record<string, unknown> & { components?: unknown[] };

export interface AttachmentKind {
  kind: string;
  names: Text;
  required: boolean;
}

export interface EventType {
  id: string;
  names: Text;
  description: Text;
  /** JSON Schema of a report's `data`. */
  schema: Record<string, unknown>;
  /** Of the latest deployed version, by form id. */
  forms: Record<string, FormSchema>;
  /** Id of the form that a report is entered with. */
  reportForm: string | null;
  attachments: AttachmentKind[];
  reportedBy: Role[];
  /** Data that submits as it stands; only in a demo, and only when it was asked for. */
  example: ReportData | null;
}

export interface DocumentRef {
  kind: string;
  attachmentId: string;
}

export type ReportData = Record<string, unknown> & { documents?: DocumentRef[] };

export interface Finding {
  code: string;
  severity: Severity;
  field: string | null;
  message: Text;
  /** Article or document that the rule rests on. Absent for faults of shape. */
  legalBasis?: string | null;
  compared?: ComparedFact[];
}

/** A finding of a case: by which version, and who let it pass. */
export interface CaseFinding extends Finding {
  step: string;
  version: number | null;
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
  acknowledgedReason: string | null;
}

export interface ReportSummary {
  id: string;
  ticket: string | null;
  type: string;
  status: ReportStatus;
  title: string;
  areaCode: string;
  areaName: string | null;
  eventDate: string | null;
  createdBy: string;
  createdAt: string;
  submittedAt: string | null;
  endedAt: string | null;
  /** Username of the absent officer in whose stead it is seen; null in one's own area. */
  deputyOf: string | null;
}

/** A document that the office issued for a report. */
export interface IssuedDocument {
  id: string;
  kind: string;
  names: Text;
  number: string | null;
  status: 'valid' | 'void';
  /** The signed PDF is kept; else it is made when somebody first opens it. */
  signed: boolean;
  issuedAt: string;
  /** Null: it waits at the counter. */
  handedOverAt: string | null;
  href: string;
}

/** A file that an officer attached to a report. */
export interface Attachment {
  id: string;
  kind: string;
  names: Text;
  fileName: string;
  mediaType: string;
  bytes: number;
  href: string;
}

export interface WaitingTask {
  taskId: string;
  element: string;
  names: Text;
  /** As `supervisor:32.73.02`; `areaName` is that of the first. */
  groups: string[];
  areaName: string | null;
  assignee: string | null;
  openedAt: string;
  dueAt: string | null;
}

export interface Report extends ReportSummary {
  /** Row version: a draft is changed from this one. */
  version: number;
  revision: number;
  data: ReportData;
  findings: CaseFinding[];
  documents: IssuedDocument[];
  attachments: Attachment[];
  /** References and numbers of what registration produced, by name; null until it is registered. */
  result: Record<string, string> | null;
  registeredOn: string | null;
  /** The report that revoked its registration. */
  revokedBy: { reportId: string; ticket: string | null } | null;
  /** Who has it now, and until when. */
  waitingFor: WaitingTask[];
  incidents: { id: string; element: string; kind: string; message: string; openedAt: string }[];
  /** Of a notification: what an officer made of it. */
  answer: {
    label: Text;
    note: string | null;
    decidedAt: string;
    report: Pick<ReportSummary, 'id' | 'ticket' | 'type' | 'status'> | null;
  } | null;
  /** Who sent it in from outside of the office. */
  outside: 'rtrw' | 'hospital' | 'citizen' | null;
  /** Which officer said that it cannot wait for its turn. */
  urged: { by: string; at: string } | null;
  /** The notification that this report was made of. */
  madeOf: { reportId: string; ticket: string | null } | null;
  cancelRequested: boolean;
  cancelReason: string | null;
  definitionId: string | null;
}

export interface HistoryItem {
  stepId: string;
  element: string;
  names: Text;
  /** BPMN type in camelCase. */
  kind: string;
  start: string | null;
  end: string | null;
  cancelled: boolean;
  /** Username, `worker:<topic>`, or null where nobody acts. */
  actor: string | null;
  /** In whose stead, when a deputy decided. */
  deputyOf?: string | null;
  outcome: string | null;
  /** What the button said; null for the work of machines. */
  outcomeLabel?: Text | null;
  note: string | null;
  findings: Finding[];
  /** Version of the model that this step belongs to: the case's own or one that it called. */
  definitionId: string;
  processKey: string;
  /** The sub-process that it is in, or null at the top of its process. */
  parentStepId: string | null;
  lane: Text | null;
  attempts: { topic: string; result: string; startedAt: string; endedAt: string; error: string | null }[];
  incidents: { id: string; kind: string; message: string; openedAt: string; resolvedAt: string | null }[];
}

export interface History {
  items: HistoryItem[];
  /** The versions of the models that the case ran in. */
  definitions: { definitionId: string; processKey: string; version: number; names: Text }[];
  /** When the case went on in another version, oldest first. */
  moves: CaseMove[];
}

export interface CaseMove {
  at: string;
  by: string;
  sourceId: string;
  targetId: string;
  /** The steps that went on, with their element in either version and what the earlier one called it. */
  steps: { stepId: string; from: string; to: string; fromNames: Text }[];
}

export interface TaskSummary {
  id: string;
  reportId: string;
  ticket: string;
  type: string;
  title: string;
  /** Id of the step in the model. */
  step: string;
  /** What the model calls the step. */
  names: Text;
  status: ReportStatus;
  areaName: string | null;
  /** In the order of the model. */
  outcomes: string[];
  /** Button texts by outcome. */
  labels: Record<string, Text>;
  /** Outcomes that need a note. */
  noteRequired: string[];
  /** Whose members may do it, as `supervisor:32.73.02`. */
  groups: string[];
  openedAt: string;
  submittedAt: string;
  /** Version of the model that the step belongs to. */
  definitionId: string;
  dueAt: string | null;
  assignee: string | null;
  /** Who said that its case cannot wait for its turn, and when. */
  urgedBy: string | null;
  urgedAt: string | null;
  createdBy: string;
}

export interface QueuedTask extends TaskSummary {
  /** Worst finding that a decider must look at. */
  severity: 'A' | 'L' | 'W' | null;
  /** Said with the last decision on the case. */
  lastNote: string | null;
  /** Username of the absent officer in whose stead it would be worked on. */
  deputyOf: string | null;
}

/** A file that an officer attached, by whom. */
export interface NamedUpload {
  id: string;
  fileName: string;
  uploadedBy: string;
}

export interface Task extends TaskSummary {
  state: 'open' | 'deciding' | 'ended';
  /** The colleague who handed it to its assignee, and why. */
  handed: { by: string; note: string | null } | null;
  /** As deployed with the case's version of the model. */
  form: FormSchema | null;
  data: ReportData;
  /** What was mended of a returned report and not sent yet. */
  draft: {
    data: ReportData;
    version: number;
    keptBy: string;
    keptAt: string;
    /** Those that it names. */
    uploads: NamedUpload[];
  } | null;
  findings: CaseFinding[];
  /** The report that answers it, with what is known already. */
  begins: { type: string; data: ReportData } | null;
  /** Codes of the warnings that nobody has acknowledged yet. */
  toAcknowledge: string[];
  /** Oldest first. */
  decisions: {
    taskId: string;
    element: string;
    outcome: string;
    note: string | null;
    decidedBy: string;
    decidedAt: string;
  }[];
}

export interface Incident {
  id: string;
  reportId: string | null;
  ticket: string | null;
  type: string | null;
  areaName: string | null;
  element: string;
  /** What the model calls the element. */
  step: Text;
  topic: string | null;
  kind: string;
  /** The same for the same trouble at other cases. */
  cause: string;
  message: string;
  openedAt: string;
  resolvedAt: string | null;
}
