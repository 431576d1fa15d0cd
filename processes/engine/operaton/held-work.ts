// The package ships no types, and an ambient module has no other way into a program that reads this file as a source.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./camunda-external-task-client.d.ts" />
import { setTimeout as sleep } from 'node:timers/promises';
import { Variables, type ExternalTask, type TaskService } from 'camunda-external-task-client-js';
import type { Variables as PortVariables, Work, WorkAnswer, WorkHandler, WorkResult } from '../engine.js';
import { toTypedVariables } from './typed-variables.js';
import { classifyAnswerError, oneLine, toTrouble } from './work-answer.js';

/** One locked item from fetch to answer: keeps the lock alive, runs the handler, and sees that exactly one answer is given. */
export class HeldWork {
  private readonly abort = new AbortController();
  private lockedUntil: number;
  private released = false;
  private lost = false;

  constructor(
    private readonly item: {
      task: ExternalTask;
      lockMs: number;
      taskService: TaskService;
      onTrouble(error: Error): void;
    },
  ) {
    this.lockedUntil = Date.now() + item.lockMs;
  }

  /** Null when the item was given back meanwhile: then no answer was sent. */
  async handle(work: Work, handler: WorkHandler): Promise<{ result: WorkResult; answer: WorkAnswer } | null> {
    const stopExtending = this.keepLock();
    try {
      const result = await this.runHandler(work, handler);
      if (this.released) return null;
      return await this.answer(result);
    } finally {
      stopExtending();
    }
  }

  private async runHandler(work: Work, handler: WorkHandler): Promise<WorkResult> {
    try {
      return await handler(work, {
        signal: this.abort.signal,
        extendLock: async (ms) => {
          await this.item.taskService.extendLock(this.item.task, ms);
          this.lockedUntil = Date.now() + ms;
        },
      });
    } catch (error) {
      const { stack } = error as Error;
      return {
        kind: 'failure',
        message: oneLine(error),
        retriesLeft: 0,
        retryAfterMs: 0,
        ...(stack && { details: stack }),
      };
    }
  }

  /**
   * Extends at half time; when the engine cannot be reached, more often. The handler hears of a lost lock when it ends by our
   * clock, even while an extension hangs in the network.
   */
  private keepLock(): () => void {
    const { task, lockMs, taskService } = this.item;
    let timer: NodeJS.Timeout;
    let expiry: NodeJS.Timeout;
    const lose = (): void => {
      this.lost = true;
      this.abort.abort(new Error('The lock was lost'));
    };
    const watchExpiry = (): void => {
      clearTimeout(expiry);
      expiry = setTimeout(
        () => (Date.now() < this.lockedUntil ? watchExpiry() : lose()),
        this.lockedUntil - Date.now(),
      );
    };
    const schedule = (ms: number): void => {
      timer = setTimeout(() => void extend(), ms);
    };
    const extend = async (): Promise<void> => {
      try {
        await taskService.extendLock(task, lockMs);
        this.lockedUntil = Date.now() + lockMs;
        schedule(lockMs / 2);
      } catch (error) {
        if (classifyAnswerError(error) === 'gone') lose();
        else schedule(Math.max(200, lockMs / 10));
      }
    };
    schedule(lockMs / 2);
    watchExpiry();
    return () => {
      clearTimeout(timer);
      clearTimeout(expiry);
    };
  }

  private async answer(result: WorkResult): Promise<{ result: WorkResult; answer: WorkAnswer }> {
    // The item may be in new hands already, even our own: a failure of this run is not a failure of that one.
    if (this.lost && result.kind === 'failure') return { result, answer: 'gone' };
    try {
      return { result, answer: await this.send(result) };
    } catch (error) {
      if (result.kind === 'failure') throw error;
      // The engine cannot go on from here with this answer: without an incident the item would come back for ever, unseen.
      const message = `The engine refused the ${result.kind}: ${oneLine(error)}`;
      const failure: WorkResult = { kind: 'failure', message, retriesLeft: 0, retryAfterMs: 0 };
      return { result: failure, answer: await this.send(failure) };
    }
  }

  /** Repeats while the engine is out of reach and the lock lasts. @throws when the engine refuses */
  private async send(result: WorkResult): Promise<WorkAnswer> {
    for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await this.sendOnce(result);
        return 'accepted';
      } catch (error) {
        const trouble = classifyAnswerError(error);
        if (trouble === 'gone') return 'gone';
        if (trouble === 'refused') throw error;
        this.item.onTrouble(toTrouble('Answering a work item failed, trying again', error));
        if (this.released || Date.now() + waitMs > this.lockedUntil) return 'gone';
        await sleep(waitMs * (0.75 + Math.random() / 2));
      }
    }
  }

  private async sendOnce(result: WorkResult): Promise<void> {
    const { task, taskService } = this.item;
    switch (result.kind) {
      case 'complete':
        return taskService.complete(task, dirty(result.variables));
      case 'bpmn-error':
        return taskService.handleBpmnError(task, result.code, result.message, dirty(result.variables));
      case 'failure':
        return taskService.handleFailure(task, {
          errorMessage: result.message,
          retries: Math.max(0, result.retriesLeft),
          retryTimeout: Math.max(0, result.retryAfterMs),
          ...(result.details !== undefined && { errorDetails: result.details }),
        });
    }
  }

  /** Stops the handler and unlocks, so that another worker can go on at once. */
  async giveBack(): Promise<void> {
    if (this.released) return;
    this.released = true;
    this.abort.abort(new Error('The subscription is stopping'));
    await this.item.taskService.unlock(this.item.task).catch((error: unknown) => {
      if (classifyAnswerError(error) !== 'gone')
        this.item.onTrouble(toTrouble('Giving back a work item failed', error));
    });
  }
}

/** The client sends only "dirty" variables, and only in its own wrapper. */
function dirty(variables: PortVariables): Variables | undefined {
  if (Object.keys(variables).length === 0) return undefined;
  return new Variables().setAllTyped({ ...toTypedVariables(variables) });
}
