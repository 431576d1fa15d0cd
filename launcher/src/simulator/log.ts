export type Log = (level: 'info' | 'warn' | 'error', msg: string, fields?: Record<string, unknown>) => void;

/** One JSON object per line. Nothing here is meant to hold a NIK; should one slip in, its middle is struck out. */
export function createLog(write: (line: string) => void): Log {
  return (level, msg, fields = {}) => {
    const line = JSON.stringify({
      time: new Date().toISOString(),
      level,
      service: 'simulator',
      msg,
      ...fields,
    });
    write(`${line.replace(/(?<!\d)(\d{4})\d{8}(\d{4})(?!\d)/g, '$1********$2')}\n`);
  };
}
