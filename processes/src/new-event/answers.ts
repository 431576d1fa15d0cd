/** What an analyst answers when a new event type is made from a template; everything else in its folder follows from it. */
import type { Role } from '@lampid/domain/roles';
import type { Text } from '@lampid/domain/rules/finding';
import type { AttachmentKind } from '../define-event.js';

export interface EventAnswers {
  /** Folder name, process key and id in URLs. */
  id: string;
  /** One capital letter, of no other event type. */
  ticketLetter: string;
  names: Text;
  description: Text;
  reportedBy: Role[];
  attachments: AttachmentKind[];
  /** The letter that is issued at the end; null: none. */
  letter: { names: Text } | null;
  /** The officer of the city who decides after the supervisor. */
  specialDecision: 'none' | 'verifikator' | 'kadis';
  /** What its own rules and its letter rest on. */
  law: {
    basis: string;
    /** `YYYY-MM-DD`: reports are judged by the law of their day. */
    since: string;
  };
}

/** Kind of the letter among the documents that the office issues. */
export const letterKind = ({ id }: Pick<EventAnswers, 'id'>): string => `surat-${id}`;
