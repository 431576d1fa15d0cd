/** @jsxImportSource preact */
import { maskNumber } from '@lampid/domain/masking';
import { useEffect, useRef, useState } from 'preact/hooks';
import { speak, type Language } from '../../../i18n/dictionary.js';
import { aidWords } from './aid-words.js';
import { fillsOf, samePath, type Fill } from './fills.js';
import { PATIENCE_MS, WHOLE_NUMBER, type FormAids, type FoundPerson } from './form-aids.js';
import { useFormService, type FieldInstances, type RunningForm } from './form-service.js';
import { valueAt } from './value-at.js';
import type { FieldProps } from './with-aids.js';

type Search =
  | { kind: 'none' }
  | { kind: 'looking' }
  | { kind: 'failed' }
  | { kind: 'nobody' }
  | { kind: 'found'; person: FoundPerson; before: Fill[] };

interface PersonLookupProps extends FieldProps {
  language: Language;
  people: NonNullable<FormAids['people']>;
}

/**
 * Who has the NIK that was typed. Empty fields that belong to the person are filled in, and that can be undone; what was typed before stays until
 * somebody asks for the register's. A number that stood in the form from the beginning is not looked up.
 */
export function PersonLookup({ field, fieldInstance, value, language, people }: PersonLookupProps) {
  const words = speak(aidWords, language);
  const form = useFormService<RunningForm>('form');
  const instances = useFormService<FieldInstances>('formFieldInstanceRegistry');
  const [search, setSearch] = useState<Search>({ kind: 'none' });
  const stoodThereRef = useRef(value);
  const requestRef = useRef<AbortController>();
  const { properties = {} } = field;

  const instanceAt = (path: Fill['path']) =>
    instances.getAllKeyed().find(({ valuePath, hidden }) => !hidden && samePath(valuePath, path));
  const write = (fills: readonly Fill[]) => {
    for (const { path, value: next } of fills) {
      const target = instanceAt(path);
      if (target) form._update({ fieldInstance: target, value: next });
    }
  };
  const now = (path: Fill['path']) => String(valueAt(form._getState().data, path) ?? '');
  const offered = (person: FoundPerson) =>
    fillsOf(properties, fieldInstance?.valuePath ?? [], person).filter(({ path }) => instanceAt(path));
  /** Fills and remembers what stood there. */
  const fill = (person: FoundPerson, which: (path: Fill['path']) => boolean) => {
    const fills = person.status === 'active' ? offered(person).filter(({ path }) => which(path)) : [];
    const before = fills.map(({ path }) => ({ path, value: now(path) }));
    write(fills);
    setSearch({ kind: 'found', person, before });
  };

  const look = async (nik: string) => {
    requestRef.current?.abort();
    const controller = new AbortController();
    requestRef.current = controller;
    const late = setTimeout(() => controller.abort(), PATIENCE_MS);
    setSearch({ kind: 'looking' });
    const answer = await people
      .person(nik, controller.signal)
      .then((person) => ({ person }))
      .catch(() => null);
    clearTimeout(late);
    // Somebody typed on: the newer question answers.
    if (requestRef.current !== controller) return;
    if (!answer) setSearch({ kind: 'failed' });
    else if (!answer.person) setSearch({ kind: 'nobody' });
    else fill(answer.person, (path) => now(path).trim() === '');
  };

  // Asked once per number, however often the field is drawn anew.
  const lookRef = useRef(look);
  useEffect(() => {
    lookRef.current = look;
  });
  useEffect(() => {
    if (value === stoodThereRef.current) return;
    stoodThereRef.current = undefined;
    requestRef.current?.abort();
    requestRef.current = undefined;
    if (typeof value === 'string' && WHOLE_NUMBER.test(value)) void lookRef.current(value);
    else setSearch({ kind: 'none' });
  }, [value]);
  useEffect(() => () => requestRef.current?.abort(), []);

  return (
    <div class="person-lookup" role="status">
      {search.kind === 'looking' && words.looking}
      {search.kind === 'nobody' && words.nobody}
      {search.kind === 'failed' && (
        <>
          {words.failed}{' '}
          <button type="button" class="field-aid-action" onClick={() => void look(String(value))}>
            {words.again}
          </button>
        </>
      )}
      {search.kind === 'found' && <Found {...{ search, words, offered, now, fill, write, setSearch }} />}
    </div>
  );
}

interface FoundProps {
  search: Extract<Search, { kind: 'found' }>;
  words: ReturnType<typeof speak<typeof aidWords>>;
  offered(person: FoundPerson): Fill[];
  now(path: Fill['path']): string;
  fill(person: FoundPerson, which: (path: Fill['path']) => boolean): void;
  write(fills: readonly Fill[]): void;
  setSearch(search: Search): void;
}

function Found({ search, words, offered, now, fill, write, setSearch }: FoundProps) {
  const { person, before } = search;
  const { name, sex, birthDate, familyCardNumber, areaName, status } = person;
  const facts = [
    ...[name, sex === 1 ? words.male : words.female, words.born(birthDate)],
    ...(familyCardNumber ? [words.card(maskNumber(familyCardNumber))] : []),
    ...(areaName ? [areaName] : []),
  ];
  const differing = offered(person).filter(({ path, value }) => now(path) !== value);
  return (
    <>
      <span class="person-lookup-facts">{facts.join(' · ')}</span>
      {status === 'dead' && <strong class="person-lookup-gone">{words.dead}</strong>}
      {status === 'moved-out' && <strong class="person-lookup-gone">{words.movedOut}</strong>}
      {before.length > 0 && (
        <span>
          {words.filled} {filledValues(person, before, offered).join(', ')}{' '}
          <button
            type="button"
            class="field-aid-action"
            onClick={() => {
              write(before);
              setSearch({ ...search, before: [] });
            }}
          >
            {words.undo}
          </button>
        </span>
      )}
      {before.length === 0 && status === 'active' && differing.length > 0 && (
        <button type="button" class="field-aid-action" onClick={() => fill(person, () => true)}>
          {words.fill}
        </button>
      )}
    </>
  );
}

function filledValues(
  person: FoundPerson,
  before: readonly Fill[],
  offered: FoundProps['offered'],
): string[] {
  return (
    offered(person)
      .filter(({ path }) => before.some((fill) => samePath(fill.path, path)))
      // What is read over a shoulder need not be whole; the field itself holds the number.
      .map(({ value }) => (WHOLE_NUMBER.test(value) ? maskNumber(value) : value))
  );
}
