import { FormContext } from '@bpmn-io/form-js-viewer';
import { useContext } from 'preact/hooks';

interface Instance {
  id: string;
  valuePath: (string | number)[];
}

/** The parts of a running form-js form that a look-up reads and writes by. */
export interface RunningForm {
  _getState(): { data: Record<string, unknown> };
  _update(update: { fieldInstance: Instance; value: unknown }): void;
}

export interface FieldInstances {
  getAllKeyed(): (Instance & { hidden?: boolean | null })[];
}

export function useFormService<Service>(name: string): Service {
  return useContext(FormContext).getService(name) as Service;
}
