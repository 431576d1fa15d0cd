/** The cases of an event type, an area and a period as an event log (XES), written while it is read: a year never lies in memory. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import { recordAudit } from '@lampid/db/kernel/audit';
import {
  casesOfEventLog,
  countCasesOfEventLog,
  loggedCases,
  loggedSteps,
  type EventLogFilter,
  type LoggedStep,
} from '@lampid/db/reporting/queries-event-log';
import { addDays, daysBetween, jakartaInstant } from '@lampid/domain/dates';
import type { Deps } from '../../deps.js';
import { inputFault, invalidInput, Problem } from '../../http/problem.js';
import { SENT } from '../../http/route.js';
import { assertCovers, type Caller } from '../../identity/authorize.js';
import { readableByIds } from '../../modeling/element-names.js';
import { EXTENSION, EXTENSION_PATH } from './lampid-extension.js';
import { traceOfCase } from './trace-of-case.js';
import { XES_END, xesHead, xesTrace } from './xes.js';

/** Most cases of one log; a longer one is asked for in parts. */
export const MOST_CASES = 100_000;
const MOST_DAYS = 366;
/** A log that is not through by then is broken off, which its reader sees: it lacks its end. */
const TIME_OUT_MS = 10 * 60_000;
/** Logs that one server process writes at a time. */
const MOST_AT_ONCE = 2;
const CASES_PER_READING = 200;

export interface EventLogQuestion {
  caller: Caller;
  /** Event type. */
  type: string;
  area: string;
  /** First and last day of submission in Jakarta. */
  from: string;
  until: string;
}

/** How many cases the log would have; `most` + 1 stands for more. @throws Problem 404, 422 */
export function countEventLog(deps: Deps, question: EventLogQuestion): Promise<number> {
  return countCasesOfEventLog(deps.db, filterOf(deps, question), MOST_CASES + 1);
}

export type ExportEventLog = (question: EventLogQuestion, response: Response) => Promise<typeof SENT>;

/** One for each process: it knows how many logs are being written. */
export function eventLogExport(deps: Deps): ExportEventLog {
  let writing = 0;
  /** @throws Problem 404, 422 for what cannot be asked or is too much, 429 */
  return async (question, response) => {
    const filter = filterOf(deps, question);
    if (writing >= MOST_AT_ONCE) throw new Problem('too-many-requests');
    writing++;
    try {
      const ids = await casesOfEventLog(deps.db, filter, MOST_CASES + 1);
      if (ids.length > MOST_CASES) throw tooMuch();
      await noteExport(deps, question, ids.length);
      await send(deps, { question, ids, response });
    } finally {
      writing--;
    }
    return SENT;
  };
}

function filterOf(deps: Deps, { caller, type, area, from, until }: EventLogQuestion): EventLogFilter {
  assertCovers(caller, area);
  if (!deps.events.has(type))
    throw invalidInput([
      inputFault('UNKNOWN_TYPE', 'query.type', {
        id: 'Jenis peristiwa tidak dikenal',
        en: 'Unknown event type',
      }),
    ]);
  const days = daysBetween(from, until) + 1;
  if (days < 1 || days > MOST_DAYS)
    throw invalidInput([
      inputFault('BAD_PERIOD', 'query.until', {
        id: `Periode harus 1 sampai ${MOST_DAYS} hari`,
        en: `The period must be 1 to ${MOST_DAYS} days`,
      }),
    ]);
  return { type, areaCode: area, from: jakartaInstant(from), before: jakartaInstant(addDays(until, 1)) };
}

function tooMuch(): Problem {
  return invalidInput([
    inputFault('TOO_MANY_CASES', 'query.until', {
      id: `Lebih dari ${MOST_CASES} kasus; pilih periode yang lebih pendek`,
      en: `More than ${MOST_CASES} cases; choose a shorter period`,
    }),
  ]);
}

async function noteExport(deps: Deps, question: EventLogQuestion, cases: number): Promise<void> {
  const { caller, type, area, from, until } = question;
  await recordAudit(deps.db.manager, {
    ...{ actor: caller.username, action: 'event-log.exported', object: `event-type:${type}` },
    detail: { area, from, until, cases },
  });
}

async function send(
  deps: Deps,
  { question, ids, response }: { question: EventLogQuestion; ids: string[]; response: Response },
): Promise<void> {
  const { type, area, from, until } = question;
  response.set({
    'Content-Type': 'application/xml; charset=utf-8',
    'Content-Disposition': `attachment; filename="event-log-${type}-${area}-${from}-${until}.xes"`,
    'Cache-Control': 'private, no-store',
    // nginx would hold it back until its buffer is full.
    'X-Accel-Buffering': 'no',
  });
  const signal = AbortSignal.timeout(TIME_OUT_MS);
  try {
    // One reading ahead of the reader, no more: a slow one must not make us hold the log.
    const written = Readable.from(writtenLog(deps, { question, ids }), { highWaterMark: 1 });
    await pipeline(written, response, { signal });
  } catch (error) {
    // The head is sent: what is left is to end the connection without an end of the document, which `pipeline` did.
    deps.log.warn({ type, cases: ids.length, reason: (error as Error).message }, 'event log broken off');
  }
}

async function* writtenLog(
  deps: Deps,
  { question, ids }: { question: EventLogQuestion; ids: string[] },
): AsyncGenerator<string> {
  yield headOf(deps, question, ids.length);
  for (let first = 0; first < ids.length; first += CASES_PER_READING)
    yield await tracesOf(deps, ids.slice(first, first + CASES_PER_READING));
  yield XES_END;
}

async function tracesOf(deps: Deps, ids: string[]): Promise<string> {
  const [cases, steps] = await Promise.all([loggedCases(deps.db, ids), loggedSteps(deps.db, ids)]);
  const models = await readableByIds(
    deps.definitions,
    steps.map(({ definitionId }) => definitionId),
  );
  const stepsOf = new Map<string, LoggedStep[]>(ids.map((id) => [id, []]));
  for (const step of steps) stepsOf.get(step.reportId)?.push(step);
  return cases.map((found) => xesTrace(traceOfCase(found, stepsOf.get(found.id) ?? [], models))).join('');
}

function headOf(deps: Deps, { type, area, from, until }: EventLogQuestion, cases: number): string {
  const standard = (name: string, prefix: string) => ({
    ...{ name, prefix },
    uri: `http://www.xes-standard.org/${prefix}.xesext`,
  });
  const unknown = (key: string) => ({ type: 'string' as const, key, value: 'unknown' });
  const said = (key: string, value: string) => ({ type: 'string' as const, key, value });
  return xesHead({
    extensions: [
      ...[standard('Concept', 'concept'), standard('Lifecycle', 'lifecycle'), standard('Time', 'time')],
      standard('Organizational', 'org'),
      { ...EXTENSION, uri: `${deps.config.PUBLIC_URL}${EXTENSION_PATH}` },
    ],
    globals: {
      trace: [unknown('concept:name'), unknown('lampid:area'), unknown('lampid:status')],
      event: [
        ...[unknown('concept:name'), unknown('lifecycle:transition'), unknown('lampid:element')],
        { type: 'date', key: 'time:timestamp', value: '1970-01-01T00:00:00.000Z' },
      ],
    },
    classifiers: [
      { name: 'Step', keys: ['concept:name'] },
      { name: 'StepAndTransition', keys: ['concept:name', 'lifecycle:transition'] },
      { name: 'Element', keys: ['lampid:element'] },
    ],
    attributes: [
      said('concept:name', `${type} ${area} ${from}..${until}`),
      ...[said('lifecycle:model', 'standard'), said('lampid:type', type), said('lampid:area', area)],
      ...[said('lampid:from', from), said('lampid:until', until)],
      { type: 'int', key: 'lampid:cases', value: cases },
      { type: 'date', key: 'lampid:exported', value: deps.now().toISOString() },
    ],
  });
}
