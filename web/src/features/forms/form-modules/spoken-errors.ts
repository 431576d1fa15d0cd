/**
 * form-js feature: says validation errors in the chosen language, and adds what the rules found (`findings`) to the field it
 * is about for as long as that field keeps the judged value. form-js has no translations of its own.
 */
import type { Language } from '../../../i18n/dictionary.js';
import { pathKey } from '../field-path.js';
import { speakFormError } from '../form-errors.js';

interface FieldInstance {
  valuePath: (string | number)[];
}

interface Validator {
  validateFieldInstance(instance: FieldInstance, value: unknown): string[];
}

export interface FieldFinding {
  /** Path in the data, e.g. `child.name` or `movers.0.nik`. */
  path: string;
  message: string;
}

export class SpokenErrors {
  static $inject = ['validator', 'config.spokenErrors'];

  #findings = new Map<string, string[]>();
  #judged = new Map<string, unknown>();
  #muted = false;

  constructor(validator: Validator, config: { language: Language }) {
    const original = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => {
      const own = original(instance, value).map((message) => speakFormError(message, config.language));
      return this.#muted ? own : [...own, ...this.#findingsFor(pathKey(instance.valuePath), value)];
    };
  }

  /** Replaces all findings; the values they are about are taken at the next validation. Answers the fields that it is about, before or now. */
  setFindings(findings: readonly FieldFinding[]): ReadonlySet<string> {
    const before = this.fields();
    this.#judged.clear();
    this.#findings.clear();
    for (const finding of findings) {
      const key = pathKey(finding.path);
      this.#findings.set(key, [...(this.#findings.get(key) ?? []), finding.message]);
    }
    return new Set([...before, ...this.fields()]);
  }

  /** Paths of the fields that something is found about. */
  fields(): ReadonlySet<string> {
    return new Set(this.#findings.keys());
  }

  /** Runs `work` with the form's own errors only: a finding is for the officer to answer, it does not hold a report back. */
  withoutFindings<Result>(work: () => Result): Result {
    this.#muted = true;
    try {
      return work();
    } finally {
      this.#muted = false;
    }
  }

  #findingsFor(key: string, value: unknown): string[] {
    const messages = this.#findings.get(key);
    if (!messages) return [];
    if (!this.#judged.has(key)) this.#judged.set(key, value);
    if (this.#judged.get(key) === value) return messages;
    this.#findings.delete(key);
    return [];
  }
}

export const spokenErrorsModule = {
  __init__: ['spokenErrors'],
  spokenErrors: ['type', SpokenErrors],
};
