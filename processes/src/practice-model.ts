/** The practice of officers: a model of its own beside the event types, deployed with them. Nobody reports it. */
import { join } from 'node:path';
import { readBundle } from './bundle.js';
import { processesFolder } from './folders.js';

/** BPMN process key, and the name of the bundle. */
export const PRACTICE_PROCESS = 'practice';

/** An operator practises to report, whoever decides to judge. */
export type PracticeKind = 'report' | 'judge';

const folder = join(processesFolder, PRACTICE_PROCESS);

export const practiceModel = {
  folder,
  bundle: () => readBundle({ name: PRACTICE_PROCESS, folder, sharedFolders: [] }),
};
