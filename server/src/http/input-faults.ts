/** zod's issues as `errors[]` of a problem document, in both languages and without the values that were sent. */
import { z } from 'zod';
import { inputFault, invalidInput, type InputFault } from './problem.js';
import { unstorable } from './storable.js';

type Issue = z.core.$ZodIssue;

type LocaleError = (issue: Issue) => ReturnType<z.core.$ZodErrorMap>;
const english = z.locales.en().localeError as LocaleError;
const indonesian = z.locales.id().localeError as LocaleError;

/**
 * Parses or throws a 422 problem.
 * @param prefix path of the value inside the body, e.g. `data`
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, prefix = ''): T {
  const fault = unstorable(value, prefix);
  if (fault) throw invalidInput([fault]);
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  throw invalidInput(inputFaults(result.error, prefix));
}

export function inputFaults(error: z.ZodError, prefix = ''): InputFault[] {
  return error.issues.slice(0, 100).map((issue) => {
    const field = pathText([...(prefix ? [prefix] : []), ...issue.path]);
    return inputFault(codeOf(issue), field === '' ? null : field, messagesOf(issue));
  });
}

/** `child.parents[0].nik` */
function pathText(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  );
}

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'REQUIRED' : 'WRONG_TYPE';
    case 'too_big':
      return issue.origin === 'string' ? 'TOO_LONG' : 'TOO_BIG';
    case 'too_small':
      return issue.origin === 'string' ? 'TOO_SHORT' : 'TOO_SMALL';
    case 'invalid_format':
      return 'WRONG_FORMAT';
    case 'unrecognized_keys':
      return 'UNKNOWN_FIELD';
    case 'invalid_value':
      return 'NOT_ALLOWED';
    default:
      return 'INVALID';
  }
}

function messagesOf(issue: Issue): { id: string; en: string } {
  const en = messageText(english(issue));
  // A message that the schema states itself is not the library's: it stands for both languages, `Indonesia | English` splits it.
  if (issue.message !== en) {
    const [id, second] = issue.message.split(' | ');
    return { id: id ?? issue.message, en: second ?? id ?? issue.message };
  }
  return { id: messageText(indonesian(issue)), en };
}

function messageText(message: string | { message: string } | undefined | null): string {
  return typeof message === 'string' ? message : (message?.message ?? 'Invalid input');
}
