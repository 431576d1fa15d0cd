/** The whole folder of a new event type, made from a template and its answers. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleResource } from '../bundle.js';
import { processesFolder } from '../folders.js';
import type { EventAnswers } from './answers.js';
import { fillIn, isFilledIn } from './fill-in.js';
import type { TemplateId } from './templates.js';
import { trimModel } from './trim-model.js';

const templatesFolder = join(processesFolder, 'event-templates');

/** Sorted by name. The answers are sound: see `answer-faults.ts`. */
export async function makeEventFolder(
  template: TemplateId,
  answers: EventAnswers,
): Promise<BundleResource[]> {
  const folder = join(templatesFolder, template);
  const names = (await readdir(folder)).filter((name) => name !== ANSWERS);
  const own = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name), 'utf8');
      return { name, content: isFilledIn(name) ? fillIn(name, content, answers) : content };
    }),
  );
  const files = [...own, await model(answers), { name: ANSWERS, content: answersModule(answers) }];
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const ANSWERS = 'answers.ts';

/** Names only what it is given: every other file of the folder's code reads the answers from here. */
function answersModule(answers: EventAnswers): string {
  return `/** What was answered in the studio when this event type was made. Model, table and forms were written from it once. */
import type { EventAnswers } from '@lampid/processes/new-event/answers';

export const answers: EventAnswers = ${JSON.stringify(answers, null, 2)};
`;
}

async function model(answers: EventAnswers): Promise<BundleResource> {
  const bpmn = await readFile(join(templatesFolder, 'model.bpmn'), 'utf8');
  const trimmed = await trimModel(bpmn, answers);
  const decidedBy = answers.specialDecision === 'kadis' ? byHead(trimmed) : trimmed;
  return { name: `${answers.id}.bpmn`, content: fillIn('model.bpmn', decidedBy, answers) };
}

/** The model is drawn with a verifikator who decides for the city. */
function byHead(bpmn: string): string {
  return bpmn
    .replaceAll('${verifierGroup}', '${headGroup}')
    .replaceAll('value="verifikator"', 'value="kadis"')
    .replace('Verifikator kota', 'Kepala dinas')
    .replace('City verifier', 'Head of office');
}
