import type { TaskHandler } from '../runner/task-handler.js';
import type { Services } from '../services.js';
import { closeLetter } from './close-letter.js';
import { confirmArrival } from './confirm-arrival.js';
import { freezeMonth } from './freeze-month.js';
import { issueDocuments } from './issue-documents.js';
import { notify } from './notify.js';
import { publishMonth } from './publish-month.js';
import { reassignTask } from './reassign-task.js';
import { registerEvent } from './register-event.js';
import { releaseLetter } from './release-letter.js';
import { reserveLetter } from './reserve-letter.js';
import { reverseRegistration } from './reverse-registration.js';
import { syncDukcapil } from './sync-dukcapil.js';
import { validateReport } from './validate-report.js';
import { verifyNik } from './verify-nik.js';

export const allHandlers: TaskHandler<Services>[] = [
  validateReport,
  verifyNik,
  reassignTask,
  registerEvent,
  reverseRegistration,
  syncDukcapil,
  issueDocuments,
  notify,
  reserveLetter,
  releaseLetter,
  confirmArrival,
  closeLetter,
  freezeMonth,
  publishMonth,
];
