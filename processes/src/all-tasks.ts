/** The task contracts, found in `tasks/`: a new topic is a new file there, and nothing else to edit. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TaskContract } from './define-task.js';

const folder = fileURLToPath(new URL('./tasks', import.meta.url));
let found: Promise<TaskContract[]> | null = null;

/** All contracts, sorted by topic. Read once per process. */
export function allTasks(): Promise<TaskContract[]> {
  found ??= readContracts();
  return found;
}

/** Contract by topic. */
export async function tasksByTopic(): Promise<Map<string, TaskContract>> {
  return new Map((await allTasks()).map((contract) => [contract.topic, contract]));
}

async function readContracts(): Promise<TaskContract[]> {
  const names = (await readdir(folder)).filter(
    (name) => /\.(js|ts)$/.test(name) && !/\.(d|test)\.\w+$/.test(name),
  );
  const modules: object[] = await Promise.all(
    names.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<object>),
  );
  const contracts = modules.flatMap((module) => Object.values(module).filter(isContract));
  return contracts.sort((a, b) => (a.topic < b.topic ? -1 : 1));
}

function isContract(value: unknown): value is TaskContract {
  return typeof value === 'object' && value !== null && 'topic' in value && 'inputNames' in value;
}
