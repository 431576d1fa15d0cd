/** WebDriver BiDi (w3c.github.io/webdriver-bidi): as much of it as one journey in a browser needs that Playwright cannot drive as it is shipped. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

interface Answer {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: string;
  message?: string;
}

export interface BidiSession {
  send<Result = unknown>(method: string, params: object): Promise<Result>;
  close(): void;
}

/** `onEvent` hears what the session subscribed to. */
export async function openSession(
  address: string,
  onEvent: (method: string, params: unknown) => void,
): Promise<BidiSession> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.on('message', (text: Buffer) => {
    const answer = JSON.parse(text.toString()) as Answer;
    if (answer.id === undefined) return onEvent(answer.method!, answer.params);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  await once(socket, 'open');
  const send = async <Result>(method: string, params: object) => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error, message } = await answered;
    if (error) throw new Error(`${method}: ${error}: ${message}`);
    return result as Result;
  };
  await send('session.new', { capabilities: {} });
  return { send, close: () => socket.close() };
}
