/** What the pages of auditors, analysts, supervisors and operations ask, by whom, and how long it may take. */
import type pg from 'pg';

/** Milliseconds that the slowest twentieth of a page's questions may take, and of an analysis of many cases. */
const PAGE = 500;
const ANALYSIS = 3_000;

export interface HistoryQuestion {
  name: string;
  username: string;
  path: string;
  body?: object;
  /** p95 to stay below. */
  limitMs: number;
}

export interface Subject {
  id: string;
  title: string;
  kkNumber: string;
  deed: string;
  /** Months of the history: the last whole one, and the one in its middle. */
  month: string;
}

export async function findSubject(client: pg.Client): Promise<Subject> {
  const { rows } = await client.query<Subject>(
    `select r.id, r.title, r.data->>'familyCardNumber' as "kkNumber", d.number as deed, to_char(r.submitted_at, 'YYYY-MM') as month
     from reporting.report r join registry.deed d on d.report_id = r.id
     where r.type = 'birth' and r.area_code = '32.73.02.1004' and r.case_id is not null and r.submitted_at < date_trunc('month', now())
     order by r.submitted_at desc, r.id limit 1`,
  );
  if (!rows[0]) throw new Error('the history is too small to ask about');
  return rows[0];
}

export function questionsAbout(subject: Subject): HistoryQuestion[] {
  const { id, month } = subject;
  const year = month.slice(0, 4);
  const first = `${month}-01`;
  const last = `${month}-28`;
  const as = (username: string) => {
    const get = (name: string, path: string, limitMs = PAGE): HistoryQuestion => ({
      ...{ name: `${username}: ${name}`, username, path: `/api/v1${path}`, limitMs },
    });
    const post = (name: string, path: string, body: object): HistoryQuestion => ({
      ...get(name, path),
      body,
    });
    return { get, post };
  };
  const [operator, supervisor] = [as('operator.dago'), as('supervisor.coblong')];
  const [verifier, head, admin] = [as('verif.bandung'), as('kadis.bandung'), as('admin.bandung')];
  const [analyst, auditor] = [as('analyst'), as('auditor')];
  const word = encodeURIComponent(subject.title.split(' ')[0]!.toLowerCase());
  const months = `from=${year}-01&to=${month}`;
  const days = `from=${first}&until=${last}`;
  const analysed = (type: string, from: string, to: string) => `type=${type}&from=${from}&to=${to}`;
  return [
    ...[operator, supervisor, verifier, auditor].flatMap(({ get }) => [
      get('cases', '/reports?limit=50'),
      get('cases by submission', '/reports?limit=50&sort=-submittedAt'),
      get('cases by their end', '/reports?limit=50&sort=-endedAt'),
      get('cases, oldest submission', '/reports?limit=50&sort=submittedAt'),
      get('cases of a status', '/reports?limit=50&status=in_review,awaiting_decision'),
      get('cases of a rare status', '/reports?limit=50&status=expired'),
      get('cases of a type, by their end', '/reports?limit=50&type=death&sort=-endedAt'),
      get('cases of a month', `/reports?limit=50&${days}`),
      get('cases of a month, by submission', `/reports?limit=50&${days}&sort=submittedAt`),
      get('cases by a name', `/reports?limit=50&q=${word}`),
      get('cases by two letters', '/reports?limit=50&q=an'),
      get('cases by nobody', '/reports?limit=50&q=zzqqzz'),
      get('cases by a deed', `/reports?limit=50&q=${encodeURIComponent(subject.deed)}`),
    ]),
    operator.get('own cases', '/reports?limit=50&mine=true'),
    verifier.post('cases of a card', '/reports/search', { number: subject.kkNumber, limit: 50 }),
    ...[
      'operator.dago',
      'supervisor.coblong',
      'kadis.bandung',
      'worker:notify',
      'admin.bandung',
      'nobody',
    ].map((actor) => auditor.get(`cases of officer ${actor}`, `/reports?limit=50&actor=${actor}`)),
    auditor.get(
      'officer, month, by submission',
      `/reports?limit=50&actor=supervisor.coblong&${days}&sort=submittedAt`,
    ),
    auditor.get('acts', '/audit?limit=50'),
    auditor.get('acts of an officer', '/audit?limit=50&actor=supervisor.coblong'),
    auditor.get('acts of a kind', '/audit?limit=50&action=report.viewed'),
    auditor.get('acts of a rare kind', '/audit?limit=50&action=event-log.exported'),
    auditor.get(
      'acts of an officer, a rare kind',
      '/audit?limit=50&actor=operator.dago&action=event-log.exported',
    ),
    auditor.get('acts of a case', `/audit?limit=50&reportId=${id}`),
    auditor.get('replay', `/reports/${id}/replay`),
    auditor.get('case', `/reports/${id}`),
    auditor.get('history', `/reports/${id}/history`),
    auditor.get('evidence', `/cases/${id}/evidence.zip`, ANALYSIS),
    ...['birth', 'death'].flatMap((type) => [
      auditor.get(`times of ${type}, month`, `/analysis/times?${analysed(type, first, last)}`, ANALYSIS),
      auditor.get(
        `times of ${type}, year`,
        `/analysis/times?${analysed(type, `${year}-01-01`, last)}`,
        ANALYSIS,
      ),
      auditor.get(
        `conformance of ${type}, month`,
        `/analysis/conformance?${analysed(type, first, last)}`,
        ANALYSIS,
      ),
      auditor.get(
        `conformance of ${type}, year`,
        `/analysis/conformance?${analysed(type, `${year}-01-01`, last)}`,
        ANALYSIS,
      ),
      auditor.get(
        `breaches of ${type}, month`,
        `/analysis/breaches?${analysed(type, first, last)}`,
        ANALYSIS,
      ),
      auditor.get(
        `breaches of ${type}, year`,
        `/analysis/breaches?${analysed(type, `${year}-01-01`, last)}`,
        ANALYSIS,
      ),
    ]),
    auditor.get('size of a log, year', `/audit/event-log?type=birth&from=${year}-01-01&until=${last}`),
    auditor.get('log of deaths, month', `/audit/event-log.xes?type=death&${days}`, ANALYSIS),
    ...[admin, auditor].map(({ get }) => get('operations', '/operations/overview')),
    admin.get('operations of a kecamatan', '/operations/overview?area=32.73.02'),
    admin.get('workers', '/operations/workers'),
    admin.get('incidents', '/incidents?limit=50'),
    admin.get('incidents, ended too', '/incidents?limit=50&state=all'),
    admin.get('incidents of a case', `/incidents?limit=50&state=all&reportId=${id}`),
    admin.get('incidents by cause', '/incidents/groups'),
    ...[operator, supervisor, head].flatMap(({ get }) => [
      get('tasks', '/tasks?limit=50'),
      get('tasks by urgency', '/tasks?limit=50&sort=priority'),
      get('counts of tasks', '/tasks/counts'),
      get('messages', '/messages?limit=50'),
      get('recap', `/recap?month=${month}`),
      get('book a9', `/recap/books/a9?month=${month}`),
      get('births of a month by name', `/recap/names?month=${month}&row=birth&cell=all&limit=50`),
      get('closing balance by name', `/recap/names?month=${month}&row=closing&cell=all&limit=50`),
      ...[
        'event',
        'month',
        'sex',
        'age',
        'area',
        'lateness',
        'duration',
        'satisfaction',
        'satisfactionArea',
      ].map((by) => get(`statistics by ${by}`, `/statistics?${months}&by=${by}`)),
      get('cases of a bar', `/statistics/cases?${months}&row=birth&limit=50`),
      get('late cases of a bar', `/statistics/cases?${months}&type=birth&late=true&limit=50`),
      get('closings', `/closings?month=${month}`),
    ]),
    operator.get('book b3', `/recap/books/b3?month=${month}`),
    operator.get('book per RT', `/recap/books/rt?month=${month}`),
    ...[supervisor, head].map(({ get }) => get('book of areas', `/recap/books/areas?month=${month}`)),
    ...[operator, supervisor].map(({ get }) => get('book b2', `/recap/books/b2?month=${month}`, ANALYSIS)),
    supervisor.get('book b2 as pages', `/recap/books/b2/pdf?month=${month}`, ANALYSIS),
    supervisor.get('book b2 as a sheet', `/recap/books/b2/xlsx?month=${month}`, ANALYSIS),
    operator.get('documents that wait', '/handovers/waiting?limit=50'),
    operator.get('documents that wait, by name', `/handovers/waiting?limit=50&q=${word}`),
    operator.post('documents that wait, by card', '/handovers/waiting/search', {
      number: subject.kkNumber,
      limit: 50,
    }),
    operator.get('hand-overs of a case', `/reports/${id}/handovers`),
    supervisor.get('absences', '/absences'),
    admin.get('absences', '/absences'),
    admin.get('users', '/users'),
    analyst.get('what-ifs', '/what-if?limit=50'),
    analyst.get('migrations', '/migrations?limit=50'),
    analyst.get('drafts', '/model-drafts'),
    analyst.get('models', '/processes'),
    analyst.get('rules', '/rules'),
    admin.get('imports', '/imports?limit=50'),
  ];
}
