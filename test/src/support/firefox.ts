import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BidiSession, openSession } from './bidi.js';
import { eventually } from './eventually.js';

const SYSTEM_FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Null where there is none. */
export function findFirefox(): string | null {
  return process.env['FIREFOX_PATH'] ?? SYSTEM_FIREFOX.find((path) => existsSync(path)) ?? null;
}

/** Keeps Firefox from looking for its maker's servers. */
const QUIET = {
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'ui.prefersReducedMotion': 1,
};

interface Node {
  sharedId: string;
}

/** What the content security policy forbids stands in no log that BiDi tells. */
const TELL_VIOLATIONS = `() => document.addEventListener('securitypolicyviolation', (violation) =>
  console.error(violation.violatedDirective, violation.blockedURI))`;
const VIEWPORT = { width: 1366, height: 768 };
/** As WebDriver writes keys that are no characters. */
const KEYS = { enter: '\uE007', home: '\uE011', left: '\uE012', right: '\uE014' } as const;

/** A stock Firefox with one window at a time, driven by what a person sees: roles, names and words. */
export class Firefox {
  /** What its console called an error, and what scripts threw. */
  readonly errors: string[] = [];
  #session!: BidiSession;
  #process: ChildProcess;
  #profile = mkdtempSync(join(tmpdir(), 'lampid-firefox-'));
  #person: string | null = null;
  #window = '';

  private constructor(executable: string) {
    const preferences = Object.entries(QUIET).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(this.#profile, 'user.js'), preferences.join('\n'));
    const flags = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', this.#profile];
    this.#process = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  }

  static async launch(executable: string): Promise<Firefox> {
    const firefox = new Firefox(executable);
    const address = await new Promise<string>((resolve, reject) => {
      createInterface(firefox.#process.stderr!)
        .on('line', (line) => {
          const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
          if (found) resolve(found);
        })
        .on('close', () => reject(new Error('Firefox ended before it listened')));
    });
    firefox.#session = await openSession(address, (_, params) => firefox.#note(params));
    await firefox.#send('session.subscribe', { events: ['log.entryAdded'] });
    await firefox.#send('script.addPreloadScript', { functionDeclaration: TELL_VIOLATIONS });
    return firefox;
  }

  #note(entry: unknown): void {
    const { level, text } = entry as { level: string; text: string };
    if (level === 'error') this.errors.push(text);
  }

  /** A window of somebody else: nothing of the one before is left. */
  async open(address: string): Promise<void> {
    if (this.#person) await this.#send('browser.removeUserContext', { userContext: this.#person });
    this.#person = (await this.#send<{ userContext: string }>('browser.createUserContext', {})).userContext;
    const window = { type: 'tab', userContext: this.#person };
    this.#window = (await this.#send<{ context: string }>('browsingContext.create', window)).context;
    await this.#send('browsingContext.setViewport', { context: this.#window, viewport: VIEWPORT });
    await this.#send('browsingContext.navigate', { context: this.#window, url: address, wait: 'complete' });
  }

  async click(role: string, name: string): Promise<void> {
    await this.#pointAndClick(await this.#find({ role, name }));
  }

  /** In the place of what stands in the field. */
  async fill(field: { role: string; name: string }, text: string, { enter = false } = {}): Promise<void> {
    const element = await this.#find(field);
    await this.#call('(element) => { element.focus(); element.select(); }', element);
    await this.#type([...text, ...(enter ? [KEYS.enter] : [])]);
  }

  /** To what has the focus afterwards. */
  async press(element: { role: string; name: string }, ...keys: (keyof typeof KEYS)[]): Promise<void> {
    await this.#call('(element) => element.focus()', await this.#find(element));
    await this.#type(keys.map((key) => KEYS[key]));
  }

  /** What stands in the field, once it is this. */
  async holds(field: { role: string; name: string }, text: string): Promise<void> {
    await eventually(`the field "${field.name}" holds ${text}`, async () => {
      const element = await this.#find(field);
      return (await this.#call<string>('(element) => element.value', element)) === text;
    });
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { context: this.#window, wait: 'complete' });
  }

  /** Waits until a line of the page says this; answers what of it fits. */
  async read(text: RegExp): Promise<string> {
    return eventually(`the page says ${text}`, async () => {
      const words = await this.#evaluate<string>('document.body.innerText');
      return new RegExp(text, 'm').exec(words)?.[0];
    });
  }

  async #evaluate<Value>(expression: string): Promise<Value> {
    const target = { context: this.#window };
    const { result } = await this.#send<{ result: { value: Value } }>('script.evaluate', {
      ...{ expression, target, awaitPromise: true },
    });
    return result.value;
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.#send('browser.close', {});
    await ended;
    this.#session.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  #send<Result>(method: string, params: object): Promise<Result> {
    return this.#session.send<Result>(method, params);
  }

  /** Once it is there and may be used. */
  async #find(by: { role: string; name: string }): Promise<Node> {
    const locator = { type: 'accessibility', value: by };
    return eventually(`there is a ${by.role} "${by.name}"`, async () => {
      const { nodes } = await this.#send<{ nodes: Node[] }>('browsingContext.locateNodes', {
        ...{ context: this.#window, locator, maxNodeCount: 1 },
      });
      const [node] = nodes;
      return node && (await this.#call<boolean>('(element) => !element.disabled', node)) && node;
    });
  }

  async #type(values: readonly string[]): Promise<void> {
    const actions = values.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#act({ type: 'key', id: 'keys', actions });
  }

  async #pointAndClick(element: Node): Promise<void> {
    await this.#call('(element) => element.scrollIntoView({ block: "center" })', element);
    const origin = { type: 'element', element };
    await this.#act({
      ...{ type: 'pointer', id: 'mouse' },
      actions: [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  }

  #act(actions: object): Promise<unknown> {
    return this.#send('input.performActions', { context: this.#window, actions: [actions] });
  }

  async #call<Value>(functionDeclaration: string, element: Node): Promise<Value> {
    const target = { context: this.#window };
    const { result } = await this.#send<{ result: { value: Value } }>('script.callFunction', {
      ...{ functionDeclaration, target, arguments: [element], awaitPromise: false },
    });
    return result.value;
  }
}
