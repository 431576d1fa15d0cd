/** The part of camunda-external-task-client-js 3.1.0 that `subscribe-work.ts` uses; the package ships no types. */
declare module 'camunda-external-task-client-js' {
  export interface TypedValue {
    type: string;
    value: unknown;
    valueInfo?: object;
  }

  /** An external task as fetchAndLock answers it; `variables` is replaced by the client before a handler sees it. */
  export interface ExternalTask {
    id: string;
    topicName: string;
    workerId: string;
    processInstanceId: string;
    processDefinitionId: string;
    processDefinitionKey: string;
    activityId: string;
    activityInstanceId: string;
    businessKey: string | null;
    retries: number | null;
    lockExpirationTime: string;
    variables: Variables;
  }

  export class Variables {
    constructor();
    getAllTyped(): Record<string, TypedValue>;
    setAllTyped(values: Record<string, TypedValue>): Variables;
  }

  export interface TaskService {
    complete(task: { id: string }, variables?: Variables): Promise<void>;
    handleFailure(
      task: { id: string },
      failure: { errorMessage: string; errorDetails?: string; retries: number; retryTimeout: number },
    ): Promise<void>;
    handleBpmnError(
      task: { id: string },
      code: string,
      message?: string,
      variables?: Variables,
    ): Promise<void>;
    extendLock(task: { id: string }, newDuration: number): Promise<void>;
    unlock(task: { id: string }): Promise<void>;
  }

  /** Options of got 12, as far as interceptors change them. */
  export interface RequestConfig {
    method?: string;
    headers?: Record<string, string>;
    timeout?: { request?: number };
    retry?: { limit: number };
    agent?: { http?: unknown; https?: unknown };
    [option: string]: unknown;
  }
  export type Interceptor = (config: RequestConfig) => RequestConfig;

  /** Its constructor answers the interceptor itself. */
  export const BasicAuthInterceptor: new (options: { username: string; password: string }) => Interceptor;

  export interface ClientOptions {
    baseUrl: string;
    workerId: string;
    maxTasks: number;
    interval: number;
    asyncResponseTimeout: number;
    autoPoll: boolean;
    usePriority: boolean;
    sorting?: { sortBy: string; sortOrder: string }[];
    interceptors: Interceptor[];
  }

  export class Client {
    constructor(options: ClientOptions);
    /** Read at every poll. */
    options: ClientOptions;
    taskService: TaskService;
    /** One fetch; then calls `this.poll` again after `interval`. Never rejects: see the `poll:*` events. */
    poll: () => Promise<unknown>;
    start(): void;
    stop(): void;
    on(event: 'poll:success', listener: (tasks: ExternalTask[]) => void): this;
    on(event: 'poll:error', listener: (error: Error) => void): this;
    subscribe(
      topic: string,
      options: { lockDuration: number; variables: string[] },
      handler: (given: { task: ExternalTask; taskService: TaskService }) => Promise<void>,
    ): void;
  }
}
