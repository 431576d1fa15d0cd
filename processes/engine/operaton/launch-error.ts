/** Why the embedded engine could not be fetched or started, with what a person can do about it. */
export class EngineLaunchError extends Error {
  constructor(
    readonly code:
      | 'java-missing'
      | 'java-too-old'
      | 'maven-missing'
      | 'jars-failed'
      | 'port-taken'
      | 'start-failed'
      | 'start-timeout',
    message: string,
    readonly remedy: { id: string; en: string },
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EngineLaunchError';
  }
}
