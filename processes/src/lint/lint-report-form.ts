/** What the form of a report asks is what its schema holds: else every report that is entered with it would be refused. */
import type { BundleResource } from '../bundle.js';
import type { z } from 'zod';
import {
  askedFields,
  dataSchema,
  formLists,
  requiredPlaces,
  schemaAt,
  takenValues,
  type AskedField,
  type DataSchema,
  type FormComponent,
} from '../report-form.js';
import type { LintProblem } from './lint-problem.js';

/** The page itself adds what was attached. */
const ADDED_BY_THE_PAGE = ['documents'];
/** What an analyst asks beyond the schema stands here. */
const EXTRA = 'extra';

export function lintReportForm({ name, content }: BundleResource, schema: z.ZodType): LintProblem[] {
  const { components } = JSON.parse(content) as { components: FormComponent[] };
  const root = dataSchema(schema);
  const fields = askedFields(components);
  const problem = (element: string | null, id: string, en: string): LintProblem => ({
    ...{ resource: name, element, rule: 'field-known', severity: 'error', message: { id, en } },
  });
  return [
    ...fields.flatMap((field) => faultsOf(field, root, problem)),
    ...fields.flatMap((field) => fillFaults(field, fields, problem)),
    ...sharedIds(components).map((id) =>
      problem(id, `Dua komponen memakai id "${id}"`, `Two components have the id "${id}"`),
    ),
    ...[...formLists(components), ...fields.map(({ component }) => component)].flatMap((one) =>
      pickerFaults(one, fields, problem),
    ),
    ...requiredPlaces(root)
      .filter(([top]) => !ADDED_BY_THE_PAGE.includes(top!))
      .filter((place) => !isAsked(fields, place))
      .map((place) =>
        problem(
          null,
          `Formulir tidak menanyakan "${written(place)}", padahal wajib ada dalam laporan`,
          `The form does not ask for "${written(place)}", which every report must hold`,
        ),
      ),
  ];
}

type Fault = (element: string | null, id: string, en: string) => LintProblem;

function faultsOf({ component, path }: AskedField, root: DataSchema, fault: Fault): LintProblem[] {
  const schema = schemaAt(root, path);
  const place = written(path);
  if (!schema) {
    const own = `${EXTRA}.${component.key}`;
    return [
      fault(
        component.id,
        `Laporan ini tidak mengenal isian "${place}"; untuk isian tambahan pakai kunci "${own}"`,
        `Reports of this type know no field "${place}"; give one that is asked besides the key "${own}"`,
      ),
    ];
  }
  const taken = takenValues(schema);
  const strange = (component.values ?? []).filter(({ value }) => taken && !taken.includes(value));
  return strange.map(({ value }) =>
    fault(
      component.id,
      `Pilihan ${JSON.stringify(value)} untuk "${place}" tidak dikenal; yang ada: ${listed(taken!)}`,
      `"${place}" cannot be ${JSON.stringify(value)}; there are ${listed(taken!)}`,
    ),
  );
}

/** `fills:name` fills the field beside it, `fills:/name` one from the top. */
function fillFaults({ component, path }: AskedField, fields: AskedField[], fault: Fault): LintProblem[] {
  return Object.keys(component.properties ?? {})
    .filter((property) => property.startsWith('fills:'))
    .map((property) => property.slice('fills:'.length))
    .filter((target) => {
      const keys = target.replace('/', '').split('.');
      return !isAsked(fields, target.startsWith('/') ? keys : [...path.slice(0, -1), ...keys]);
    })
    .map((target) =>
      fault(
        component.id,
        `"${written(path)}" mengisi "${target}", yang tidak ada di formulir ini`,
        `"${written(path)}" fills "${target}", which is not in this form`,
      ),
    );
}

function pickerFaults({ id, properties }: FormComponent, fields: AskedField[], fault: Fault): LintProblem[] {
  const from = properties?.['from'];
  if (!properties?.['picker'] || (from && isAsked(fields, from.split('.')))) return [];
  return [
    fault(
      id,
      `Isian ini memilih dari "${from ?? ''}", yang tidak ada di formulir ini`,
      `This field picks from "${from ?? ''}", which is not in this form`,
    ),
  ];
}

function sharedIds(components: readonly FormComponent[]): string[] {
  const ids = (function all(inside: readonly FormComponent[]): string[] {
    return inside.flatMap(({ id, components: inner }) => [id, ...all(inner ?? [])]);
  })(components);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** At the place itself, or in parts of it. */
function isAsked(fields: readonly AskedField[], place: readonly string[]): boolean {
  return fields.some(({ path }) => place.every((key, index) => path[index] === key));
}

function written(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]');
}

function listed(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
