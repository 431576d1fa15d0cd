/** JSON lines on standard output: time, level, message, trace id, ticket and report id. Never a NIK, a name or a body. */
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { currentScope, traceIdOf } from './request-scope.js';

export type Log = Logger;

const SIXTEEN_DIGITS = /(?<!\d)(\d{4})\d{8}(\d{4})(?!\d)/g;

/** A last net under the rule "no NIK in a log": masks what a database or a library put into its message. */
export function withoutNik(text: string): string {
  return text.replace(SIXTEEN_DIGITS, '$1********$2');
}

export function createLog(options: { level: string; service: string }): Log {
  return pino({
    level: options.level,
    base: { service: options.service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin() {
      const scope = currentScope();
      if (!scope) return {};
      const { ticket, reportId } = scope;
      return {
        traceId: traceIdOf(scope.traceparent),
        ...(ticket && { ticket }),
        ...(reportId && { reportId }),
      };
    },
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return { message: withoutNik(String(error)) };
        const { code } = error as { code?: unknown };
        return {
          type: error.name,
          ...(code !== undefined && { code }),
          message: withoutNik(error.message),
          stack: withoutNik(error.stack ?? ''),
        };
      },
    },
  });
}
