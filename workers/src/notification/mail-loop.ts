/** Delivers queued mail: leases a few rows, sends each with a time-out, backs off, gives up visibly after the limit. */
import { leaseMails, markMailFailed, markMailSent } from '@lampid/db/notification/messages';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

const BATCH = 20;
const POLL_MS = 1_000;
const LIMIT = 8;

export interface MailLoop {
  stop(): Promise<void>;
}

export function startMailLoop(input: {
  dataSource: DataSource;
  smtpUrl: string;
  from: string;
  logger: Logger;
}): MailLoop {
  const { dataSource, logger } = input;
  const transport = createTransport({
    url: input.smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
  });
  let stopping = false;
  let wake = () => {};

  const deliver = async (): Promise<number> => {
    const mails = await leaseMails(dataSource, { limit: BATCH, leaseMs: 60_000 });
    for (const mail of mails) {
      try {
        await transport.sendMail({
          from: input.from,
          to: mail.recipient,
          subject: mail.subject,
          text: mail.body,
        });
        await markMailSent(dataSource, [mail.id]);
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'failure';
        const delayMs = mail.attempts >= LIMIT ? null : Math.min(15 * 60_000, 1_000 * 2 ** mail.attempts);
        await markMailFailed(dataSource, { id: mail.id, error: reason, delayMs });
        logger.warn({ message: mail.id, attempts: mail.attempts, reason }, 'mail not delivered');
      }
    }
    return mails.length;
  };

  const loop = (async () => {
    while (!stopping) {
      const sent = await deliver().catch((error: unknown) => {
        logger.warn({ err: error }, 'mail loop cannot read its queue');
        return 0;
      });
      if (sent < BATCH && !stopping) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, POLL_MS).unref();
        });
      }
    }
  })();

  return {
    async stop() {
      stopping = true;
      wake();
      await loop;
      transport.close();
    },
  };
}
