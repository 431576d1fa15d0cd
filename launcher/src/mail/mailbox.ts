import { randomUUID } from 'node:crypto';

export interface CaughtAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface CaughtMail {
  id: string;
  /** ISO instant, UTC. */
  receivedAt: string;
  /** Envelope sender and recipients, which may differ from the headers. */
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  attachments: CaughtAttachment[];
}

/** The latest mails, in memory only: nobody's letters stay on a disk. */
export class Mailbox {
  #mails: CaughtMail[] = [];
  /** All that ever came in since the start. */
  received = 0;

  constructor(private readonly keep: number) {}

  add(mail: Omit<CaughtMail, 'id' | 'receivedAt'>): CaughtMail {
    const caught = { id: randomUUID(), receivedAt: new Date().toISOString(), ...mail };
    this.#mails = [caught, ...this.#mails].slice(0, this.keep);
    this.received++;
    return caught;
  }

  /** Newest first. `to`: only mails to an address that contains this text; `q`: only those with it in subject or text. */
  list(filter: { to?: string; q?: string } = {}): CaughtMail[] {
    const to = filter.to?.toLowerCase();
    const q = filter.q?.toLowerCase();
    return this.#mails.filter(
      (mail) =>
        (!to || mail.to.some((address) => address.toLowerCase().includes(to))) &&
        (!q || `${mail.subject}\n${mail.text}`.toLowerCase().includes(q)),
    );
  }

  get(id: string): CaughtMail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  clear(): void {
    this.#mails = [];
  }
}
