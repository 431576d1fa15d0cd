import type { FaultBoard } from './faults.js';
import type { Log } from './log.js';
import type { Posting, Postings } from './postings.js';
import { draw } from './seeded.js';
import { signedPost } from './signed-post.js';
import type { Timers } from './timers.js';

const MOST_DOUBLINGS = 5;

/** Tells the city what became of its postings: signed, repeated with back-off until a 2xx, over restarts too. */
export class Callbacks {
  /** Postings with a callback under way or planned. */
  private readonly active = new Set<string>();

  constructor(
    private readonly parts: {
      postings: Postings;
      faults: FaultBoard;
      timers: Timers;
      url: string;
      secret: string;
      seed: string;
      retryBaseMs: number;
      log: Log;
    },
  ) {}

  /** Plans the callback of a posting that was just made, or made again. */
  owe(correlationId: string): void {
    const { postings, faults } = this.parts;
    const posting = postings.find(correlationId);
    if (!posting || this.active.has(correlationId)) return;
    if (!posting.callback.due)
      postings.save({ ...posting, callback: { ...posting.callback, due: true, tries: 0 } });
    this.plan(correlationId, faults.current.ackDelayMs);
  }

  /** After a restart: what is still owed. */
  resume(): void {
    for (const posting of this.parts.postings.all()) {
      if (posting.callback.due) this.plan(posting.correlationId, 0);
    }
  }

  forgetAll(): void {
    this.active.clear();
  }

  private plan(correlationId: string, delayMs: number): void {
    this.active.add(correlationId);
    this.parts.timers.after(delayMs, () => this.deliver(correlationId));
  }

  private async deliver(correlationId: string): Promise<void> {
    const { postings, faults, log } = this.parts;
    const posting = postings.find(correlationId);
    if (!posting?.callback.due) {
      this.active.delete(correlationId);
      return;
    }
    const { callback } = posting;
    if (
      callback.tries === 0 &&
      faults.strikes('dropAckRate', correlationId, callback.delivered, callback.dropped)
    ) {
      this.settle(posting, { dropped: callback.dropped + 1 });
      log('info', 'callback dropped', { correlationId });
      return;
    }
    const status = await this.send(posting);
    // Others may have posted again meanwhile.
    const latest = postings.find(correlationId);
    if (!latest) return;
    if (status !== null && status >= 200 && status < 300) {
      let delivered = latest.callback.delivered + 1;
      if (faults.current.duplicateAck && (await this.send(posting)) !== null) delivered += 1;
      this.settle(postings.find(correlationId) ?? latest, { delivered });
      log('info', 'callback delivered', { correlationId, answer: posting.status, tries: callback.tries + 1 });
      return;
    }
    const tries = latest.callback.tries + 1;
    postings.save({ ...latest, callback: { ...latest.callback, tries } });
    if (tries === 1) log('warn', 'callback failed, will be repeated', { correlationId, status });
    this.plan(correlationId, this.pauseMs(correlationId, tries));
  }

  private settle(posting: Posting, change: Partial<Posting['callback']>): void {
    this.parts.postings.save({
      ...posting,
      callback: { ...posting.callback, ...change, due: false, tries: 0 },
    });
    this.active.delete(posting.correlationId);
  }

  /** Status of the answer; null when there was none, or while SIAK itself is down. */
  private async send(posting: Posting): Promise<number | null> {
    if (this.parts.faults.current.down !== false) return null;
    const { correlationId, status, kode, pesan, nomorDokumen, traceparent } = posting;
    try {
      const answer = await signedPost({
        url: this.parts.url,
        secret: this.parts.secret,
        body: { correlationId, status, kode, pesan, ...(nomorDokumen === null ? {} : { nomorDokumen }) },
        traceparent,
      });
      return answer.status;
    } catch {
      return null;
    }
  }

  private pauseMs(correlationId: string, tries: number): number {
    const doubled = this.parts.retryBaseMs * 2 ** Math.min(tries - 1, MOST_DOUBLINGS);
    return doubled * (0.8 + 0.4 * draw(this.parts.seed, 'pause', correlationId, tries));
  }
}
