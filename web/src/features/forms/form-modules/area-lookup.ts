/**
 * form-js feature: a text field with `properties.widget: area` offers the official areas whose name is typed, and takes their
 * code. The browser's own suggestion list does the showing, so keyboard and screen reader work as everywhere.
 */
import { findAreas } from '../../areas/api/find-areas.js';

interface FormField {
  id: string;
  type: string;
  properties?: Record<string, string>;
}

interface FormFieldRegistry {
  getAll(): FormField[];
}

interface EventBus {
  on(event: string, listener: () => void): void;
}

const WAIT_MS = 200;
const HAS_LETTERS = /\p{L}{2}/u;

export class AreaLookup {
  static $inject = ['eventBus', 'config.renderer', 'formFieldRegistry'];

  readonly #list = document.createElement('datalist');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(
    eventBus: EventBus,
    renderer: { container: HTMLElement },
    private readonly fields: FormFieldRegistry,
  ) {
    const { container } = renderer;
    this.#list.id = `areas-${Math.random().toString(36).slice(2)}`;
    container.append(this.#list);
    container.addEventListener('focusin', (event) => this.#offer(event.target));
    container.addEventListener('input', (event) => this.#typed(event.target));
    eventBus.on('form.destroy', () => {
      clearTimeout(this.#timer);
      this.#request?.abort();
      this.#list.remove();
    });
  }

  #isAreaField(target: EventTarget | null): target is HTMLInputElement {
    if (!(target instanceof HTMLInputElement) || !target.id.startsWith('fjs-form')) return false;
    return this.fields
      .getAll()
      .some(({ id, properties }) => properties?.['widget'] === 'area' && target.id.includes(id));
  }

  #offer(target: EventTarget | null): void {
    if (!this.#isAreaField(target)) return;
    target.setAttribute('list', this.#list.id);
    target.setAttribute('autocomplete', 'off');
  }

  #typed(target: EventTarget | null): void {
    if (!this.#isAreaField(target) || !HAS_LETTERS.test(target.value)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(target.value), WAIT_MS);
  }

  async #look(text: string): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const areas = await findAreas({ q: text, level: 4, limit: 20 }, request.signal);
      this.#list.replaceChildren(...areas.map(({ code, name }) => new Option(`${name} · ${code}`, code)));
    } catch {
      // Without suggestions the code can still be typed.
    }
  }
}

export const areaLookupModule = {
  __init__: ['areaLookup'],
  areaLookup: ['type', AreaLookup],
};
