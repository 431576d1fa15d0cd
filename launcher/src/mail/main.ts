import { mailApp } from './app.js';
import { readConfig } from './config.js';
import { Mailbox } from './mailbox.js';
import { startSmtp } from './smtp.js';

try {
  const config = readConfig(process.env);
  const mailbox = new Mailbox(config.MAIL_KEEP);
  const smtp = await startSmtp({ port: config.SMTP_PORT, host: config.HOST, mailbox });
  const http = mailApp(mailbox).listen(config.PORT, config.HOST, (error) => {
    if (error) fail(error);
    else
      console.log(
        JSON.stringify({
          level: 'info',
          message: 'mail catcher up',
          port: config.PORT,
          smtp: config.SMTP_PORT,
        }),
      );
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      smtp.close();
      http.close(() => process.exit(0));
      http.closeAllConnections();
    });
  }
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
