import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployBirth, latestVersion } from './deploy-model.js';
import { repositoryRoot } from './stack.js';

const drawn = readFileSync(join(repositoryRoot, 'processes', 'birth', 'birth.bpmn'), 'utf8');

/** Every deployment must be new content, also on a stack that is used again. */
const stamped = (xml: string) =>
  xml.replace('<bpmn:collaboration', `<!-- ${Date.now()} --><bpmn:collaboration`);

/** The birth model as it is drawn, as a version of its own. */
export async function deployDrawnBirth(): Promise<{ definitionId: string; version: number }> {
  await deployBirth(stamped(drawn));
  return latestVersion('birth');
}

/** The same in which the supervisor's step has another id and another name. */
export async function deployRenamedBirth(): Promise<{ definitionId: string; version: number }> {
  const renamed = drawn
    .replaceAll('"review"', '"judge"')
    .replaceAll('>review<', '>judge<')
    .replaceAll('review_outcome', 'judge_outcome')
    .replace('name="Periksa dan putuskan"', 'name="Putuskan laporan"');
  if (renamed === drawn) throw new Error('the birth model has no step "review" any more');
  await deployBirth(stamped(renamed));
  return latestVersion('birth');
}
