import { spawn, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

// A headless browser, driven by the DevTools protocol over a pipe: messages are JSON, each ended by a zero byte.

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser that is installed here, if there is one. */
export const browserProgram: string | undefined = programs.find(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
);

/** A page in a browser. */
export interface BrowserPage {
  /** The value of a script's last expression, as JSON; awaited if it is a promise. */
  evaluate(script: string): Promise<unknown>;
  /** Presses a key as a person would: `Tab`, `Enter`. */
  press(key: 'Tab' | 'Enter'): Promise<void>;
  /** All that the page wrote to the console or threw, and every address it asked for but its own. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const keyCodes = { Tab: 9, Enter: 13 };

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly type?: string; readonly request?: { readonly url: string } };
  readonly result?: {
    readonly targetId?: string;
    readonly sessionId?: string;
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: unknown;
  };
  readonly error?: { readonly message: string };
}

/** Opens `url` in a browser of its own. */
export async function openPage(url: string): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), 'specloom-browser-'));
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', '--no-first-run'];
  const child = spawn(browserProgram ?? '', [...flags, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const complaints: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const events = new EventEmitter();
  const isLoaded = once(events, 'load');
  let rest = '';
  (child.stdio[4] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Message;
      if (message.id !== undefined) waiting.get(message.id)?.(message);
      if (message.method === 'Page.loadEventFired') events.emit('load');
      if (message.method === 'Runtime.exceptionThrown' || message.method === 'Runtime.consoleAPICalled')
        complaints.push(text);
      const asked = message.method === 'Network.requestWillBeSent' ? message.params?.request?.url : undefined;
      if (asked !== undefined && asked !== url) complaints.push(asked);
    }
  });
  let count = 0;
  let session: string | undefined;
  const send = async (method: string, params: object = {}): Promise<NonNullable<Message['result']>> => {
    const id = (count += 1);
    const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
    const message = { id, method, params, ...(session !== undefined && { sessionId: session }) };
    (child.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    const { result, error } = await answer;
    if (error !== undefined || result === undefined) throw new Error(`${method}: ${error?.message ?? 'no result'}`);
    return result;
  };
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  session = (await send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
  for (const domain of ['Page', 'Runtime', 'Network']) await send(`${domain}.enable`);
  await send('Page.navigate', { url });
  await isLoaded;
  return {
    complaints,
    async evaluate(script) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression: script,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return result?.value;
    },
    async press(key) {
      const code = { key, code: key, windowsVirtualKeyCode: keyCodes[key], ...(key === 'Enter' && { text: '\r' }) };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...code });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...code });
    },
    async close() {
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
