import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { ContractRun, type EngineUnderTest } from './contract-run.js';
import { describeCommands } from './describe-commands.js';
import { describeFeed } from './describe-feed.js';
import { describeFlows } from './describe-flows.js';
import { describeMigration } from './describe-migration.js';
import { describeWork } from './describe-work.js';

/**
 * What every adapter of the engine port must do, against a real engine that may be shared with others.
 * The factory answers a prepared engine; it is called once.
 */
export function describeEngineContract(name: string, factory: () => Promise<EngineUnderTest>): void {
  describe(`engine contract: ${name}`, () => {
    let run: ContractRun;
    const current = (): ContractRun => run;

    beforeAll(async () => {
      run = new ContractRun(await factory());
      await run.begin();
    }, 240_000);
    afterEach(() => run.stopSubscriptions());
    afterAll(() => run?.target.close(), 30_000);

    describeCommands(current);
    describeWork(current);
    describeFlows(current);
    describeMigration(current);
    describeFeed(current);
  });
}
