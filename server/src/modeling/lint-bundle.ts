/** What is wrong with a bundle, before the engine is asked: a model that promises what nobody does must not deploy. */
import type { Resource } from '@lampid/engine/engine';
import { parseCaseModel } from '@lampid/processes/case-model';
import type { InputFault } from '../http/problem.js';

export async function lintBundle(resources: Resource[]): Promise<InputFault[]> {
  const faults: InputFault[] = [];
  for (const { name, content } of resources.filter((resource) => resource.name.endsWith('.bpmn'))) {
    try {
      const { processes } = await parseCaseModel(content);
      if (processes.length === 0)
        faults.push(fault('NO_PROCESS', name, 'Tidak ada proses', 'No executable process'));
    } catch (error) {
      const { message } = error as Error;
      faults.push(fault('NOT_BPMN', name, `Bukan BPMN yang sah: ${message}`, `Not valid BPMN: ${message}`));
    }
  }
  return faults;
}

function fault(code: string, field: string, id: string, en: string): InputFault {
  return { code, field, severity: 'E', message: { id, en } };
}
