/** The load generator: many officers of the city in one lean process. Started by the benchmark, driven over IPC. */
import { Api } from './api.js';
import { OpenCases } from './cases.js';
import { Desk } from './desk.js';
import { Driver } from './driver.js';
import { Notes } from './notes.js';
import { Operators } from './operators.js';
import type { FromGenerator, GeneratorSettings, ToGenerator } from './protocol.js';
import { EndWatch } from './watch-ends.js';

/** Roles that have cases to decide. */
const DECIDERS = ['supervisor', 'verifikator', 'kadis'];
/** Operators look less often: something of theirs comes back now and then. */
const OPERATOR_POLLS = 2;

function tell(message: FromGenerator): void {
  process.send?.(message);
}

function open(settings: GeneratorSettings) {
  const { officers, pollMs } = settings;
  const notes = new Notes();
  const cases = new OpenCases();
  const api = new Api(settings.baseUrl, notes, settings.attachmentBytes);
  const operators = new Operators({
    ...{ api, cases, notes, pollMs: pollMs * OPERATOR_POLLS },
    officers: officers.filter(({ role }) => role === 'operator'),
  });
  const driver = new Driver(operators, cases);
  const desks = officers
    .filter(({ role }) => DECIDERS.includes(role))
    .map((officer) => new Desk({ api, cases, notes, officer, pollMs, atOnce: settings.decisionsAtOnce }));
  const ends = new EndWatch(settings.databaseUrl, cases, notes, () => driver.tick());
  const progress = setInterval(
    () =>
      tell({
        kind: 'progress',
        progress: {
          left: driver.left,
          inFlight: cases.size + operators.submitting,
          ended: cases.ended,
          submitted: operators.submitted,
          faults: notes.faultCount,
        },
      }),
    250,
  );
  return {
    driver,
    notes,
    async stop() {
      driver.stop();
      clearInterval(progress);
      await Promise.all([operators.stop(), ends.stop(), ...desks.map((desk) => desk.stop())]);
      api.close();
    },
  };
}

let generator: ReturnType<typeof open> | undefined;

async function take(message: ToGenerator): Promise<void> {
  switch (message.kind) {
    case 'settings':
      generator = open(message.settings);
      return tell({ kind: 'ready' });
    case 'reports':
      return generator?.driver.add(message.reports);
    case 'phase':
      if (generator) generator.notes.phase = message.name;
      return generator?.driver.drive(message.drive);
    case 'results':
      return generator && tell({ kind: 'results', results: generator.notes.results() });
    case 'stop':
      await generator?.stop();
      process.disconnect();
  }
}

process.on('message', (message) => void take(message as ToGenerator));
// Whoever started it is gone: nobody wants the load any more.
process.on('disconnect', () => setTimeout(() => process.exit(0), 100));
// Ctrl-C reaches the whole terminal; the benchmark decides when we end.
process.on('SIGINT', () => undefined);
