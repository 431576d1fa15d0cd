import { EngineError, type VariableValue, type Variables } from '../engine.js';

export interface TypedValue {
  type: 'String' | 'Integer' | 'Long' | 'Double' | 'Boolean' | 'Null';
  value: VariableValue;
}

/** Operaton's own limit for a String variable; beyond it the whole command fails with an obscure database error. */
const MAX_STRING = 4000;

/** @throws EngineError refused: a value that the engine could not hold. */
export function toTypedVariables(variables: Variables): Record<string, TypedValue> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, toTypedValue(name, value)]),
  );
}

function toTypedValue(name: string, value: VariableValue): TypedValue {
  switch (typeof value) {
    case 'boolean':
      return { type: 'Boolean', value };
    case 'string':
      if (value.length > MAX_STRING) {
        throw new EngineError(
          'refused',
          `Variable ${name} has ${value.length} characters, the engine holds ${MAX_STRING}`,
        );
      }
      return { type: 'String', value };
    case 'number':
      if (!Number.isFinite(value))
        throw new EngineError('refused', `Variable ${name} is not a finite number`);
      if (!Number.isInteger(value)) return { type: 'Double', value };
      if (!Number.isSafeInteger(value)) throw new EngineError('refused', `Variable ${name} is beyond 2^53`);
      return { type: Math.abs(value) < 2 ** 31 ? 'Integer' : 'Long', value };
    default:
      if (value === null) return { type: 'Null', value };
      throw new EngineError('refused', `Variable ${name} has a type that no model may hold`);
  }
}

/** Keeps what the port knows; other engine types (objects, files) do not exist in our models. */
export function fromTypedVariables(
  typed: Record<string, { type: string; value: unknown }> | undefined,
): Variables {
  const variables: Variables = {};
  for (const [name, { value }] of Object.entries(typed ?? {})) {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
      variables[name] = value as VariableValue;
  }
  return variables;
}
