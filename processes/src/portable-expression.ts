/**
 * The expressions that a model may hold: a variable, or plain comparisons of variables (`${hasErrors}`, `${review_outcome == 'approve'}`,
 * joined by `&&` and `||`). Every engine understands them, and so does this.
 */
const VARIABLE = '[A-Za-z_]\\w*';
const LITERAL = `(?:'[^'\\\\]*'|-?\\d+(?:\\.\\d+)?|true|false)`;
const OPERATOR = '==|!=|<=|>=|<|>';
const TERM = `(?:!\\s*)?${VARIABLE}(?:\\s*(?:${OPERATOR})\\s*(?:${LITERAL}|${VARIABLE}))?`;
const portable = new RegExp(`^\\$\\{\\s*(${TERM}(?:\\s*(?:&&|\\|\\|)\\s*${TERM})*)\\s*\\}$`);
const term = new RegExp(`^(!?)\\s*(${VARIABLE})(?:\\s*(${OPERATOR})\\s*(?:(${LITERAL})|(${VARIABLE})))?$`);

export type Value = string | number | boolean | null;
/** Undefined for a variable whose value is not known. */
export type Variables = (name: string) => Value | undefined;

export function isPortable(text: string): boolean {
  return portable.test(text.trim());
}

/** Names of the variables that it asks for; none for what is no portable expression. */
export function variablesIn(text: string): string[] {
  const body = portable.exec(text.trim())?.[1];
  const terms = body === undefined ? [] : splitAt(body, '||').flatMap((side) => splitAt(side, '&&'));
  return terms.flatMap((part) => {
    const [, , name, , , other] = term.exec(part)!;
    return [name, other].filter((one) => one !== undefined);
  });
}

/** Whether it holds; undefined when that hangs on a variable that is not known. @throws Error for an expression that is not portable */
export function holds(text: string, variables: Variables): boolean | undefined {
  const body = portable.exec(text.trim())?.[1];
  if (body === undefined) throw new Error(`not a portable expression: ${text}`);
  return any(
    splitAt(body, '||').map((side) => all(splitAt(side, '&&').map((part) => termHolds(part, variables)))),
  );
}

/** Outside of quotes only: a text may hold any sign. */
function splitAt(text: string, operator: '&&' | '||'): string[] {
  const parts = [''];
  for (const piece of text.split(/('[^']*'|&&|\|\|)/)) {
    if (piece === operator) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts.map((part) => part.trim());
}

function any(sides: (boolean | undefined)[]): boolean | undefined {
  if (sides.includes(true)) return true;
  return sides.includes(undefined) ? undefined : false;
}

function all(parts: (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function termHolds(text: string, variables: Variables): boolean | undefined {
  const [, negated, name, operator, literal, other] = term.exec(text)!;
  const known = variables(name!);
  if (known === undefined) return undefined;
  const left = negated ? !isTrue(known) : known;
  if (operator === undefined) return isTrue(left);
  const right = literal === undefined ? variables(other!) : valueOf(literal);
  return right === undefined ? undefined : compare(left, operator, right);
}

const isTrue = (value: Value) => value === true || value === 'true';

function valueOf(literal: string): Value {
  if (literal.startsWith("'")) return literal.slice(1, -1);
  return literal === 'true' || literal === 'false' ? literal === 'true' : Number(literal);
}

function compare(left: Value, operator: string, right: Value): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    default:
      return left !== null && right !== null && ordered(left, operator, right);
  }
}

function ordered(left: string | number | boolean, operator: string, right: string | number | boolean) {
  switch (operator) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    default:
      return left >= right;
  }
}
