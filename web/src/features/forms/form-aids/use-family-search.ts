import { useRef, useState } from 'preact/hooks';
import { PATIENCE_MS, WHOLE_NUMBER, type FormAids, type FoundFamily } from './form-aids.js';
import { useFormService, type RunningForm } from './form-service.js';
import { valueAt } from './value-at.js';
import type { FieldProps } from './with-aids.js';

export type FamilySearch =
  { kind: 'none' | 'looking' | 'failed' | 'nobody' } | { kind: 'found'; family: FoundFamily };

export type People = NonNullable<FormAids['people']>;

/** The family card whose number stands at `properties.from` of a field. */
export function useFamilySearch(field: FieldProps['field'], people: People) {
  const form = useFormService<RunningForm>('form');
  const [search, setSearch] = useState<FamilySearch>({ kind: 'none' });
  const opener = useRef<HTMLButtonElement>(null);
  const from = (field.properties?.['from'] ?? '').split('.');
  const number = String(valueAt(form._getState().data, from) ?? '');
  return {
    ...{ search, opener },
    /** There is a number to look for. */
    isAsked: WHOLE_NUMBER.test(number),
    async look(): Promise<void> {
      setSearch({ kind: 'looking' });
      const family = await people.family(number, AbortSignal.timeout(PATIENCE_MS)).catch(() => undefined);
      if (family === undefined) setSearch({ kind: 'failed' });
      else setSearch(family === null ? { kind: 'nobody' } : { kind: 'found', family });
    },
    close(): void {
      setSearch({ kind: 'none' });
      opener.current?.focus();
    },
  };
}
