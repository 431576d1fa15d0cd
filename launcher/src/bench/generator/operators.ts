import { randomUUID } from 'node:crypto';
import type { Api } from './api.js';
import type { OpenCases } from './cases.js';
import { Desk, noteFault, type TaskItem } from './desk.js';
import { now, type Notes } from './notes.js';
import type { OfficerAccount, PlannedReport, ReportData } from './protocol.js';

export interface OperatorsOptions {
  api: Api;
  cases: OpenCases;
  notes: Notes;
  officers: OfficerAccount[];
  pollMs: number;
}

/** The operators of all kelurahan: they report, and correct what comes back. */
export class Operators {
  readonly #tokens: Map<string, string>;
  readonly #desks: Desk[];
  /** Reports on their way in. */
  submitting = 0;
  submitted = 0;

  constructor(private readonly options: OperatorsOptions) {
    const { officers, cases, api, notes, pollMs } = options;
    this.#tokens = new Map(officers.map(({ username, token }) => [username, token]));
    this.#desks = officers.map(
      (officer) =>
        new Desk({
          ...{ api, cases, notes, officer, pollMs, atOnce: 4 },
          hasWork: () => cases.awaitsReturn(officer.username),
          work: (task) => this.#fix(officer, task),
        }),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.#desks.map((desk) => desk.stop()));
  }

  /** Uploads the papers and sends the report. Never throws. */
  async report(report: PlannedReport): Promise<void> {
    const { api, cases, notes } = this.options;
    const token = this.#tokens.get(report.operator)!;
    const { phase } = notes;
    this.submitting += 1;
    try {
      const data = await this.#withPapers(token, report.wrong ?? report.data);
      const body = { type: report.type, data };
      const headers = { 'idempotency-key': randomUUID() };
      const { id } = await api.post<{ id: string }>('POST /reports', token, '/api/v1/reports', body, headers);
      this.submitted += 1;
      const toFix = report.wrong !== undefined;
      notes.cases.push({
        ...{ id, phase, type: report.type, leaves: report.leaves },
        ...{ returned: toFix, special: report.special },
      });
      // Papers that were right already are named again in the correction.
      keepPapers(report.data, data);
      cases.add({ id, report, phase, waitsSince: now(), toFix });
    } catch (error) {
      noteFault(notes, error);
    } finally {
      this.submitting -= 1;
    }
  }

  async #fix(officer: OfficerAccount, task: TaskItem): Promise<void> {
    const { api, cases } = this.options;
    const open = cases.get(task.reportId);
    if (!open?.toFix || !task.outcomes.includes('resubmit')) return;
    const path = `/api/v1/tasks/${encodeURIComponent(task.id)}`;
    await api.get('GET /tasks/{id}', officer.token, path);
    await api.post('POST /tasks/{id}/claim', officer.token, `${path}/claim`);
    const data = await this.#withPapers(officer.token, open.report.data);
    const body = { outcome: 'resubmit', data };
    await api.post('POST /tasks/{id}/complete', officer.token, `${path}/complete`, body);
    open.waitsSince = now();
    cases.fixed(open);
  }

  /** One paper after another, as a person picks files. */
  async #withPapers(token: string, data: ReportData): Promise<ReportData> {
    const documents: ReportData['documents'] = [];
    for (const { kind, attachmentId } of data.documents) {
      documents.push({ kind, attachmentId: attachmentId || (await this.options.api.upload(token)) });
    }
    return { ...data, documents };
  }
}

function keepPapers(into: ReportData, from: ReportData): void {
  const known = new Map(from.documents.map(({ kind, attachmentId }) => [kind, attachmentId]));
  for (const document of into.documents) document.attachmentId = known.get(document.kind) ?? '';
}
