/**
 * Messages of the process, Indonesian first. They name the ticket and the event, never a person: mail is not a safe place
 * for citizen data (DOMAIN.md 8).
 */
import type { Text } from '@lampid/domain/rules/finding';
import { messageTemplates, type MessageTemplate } from '@lampid/processes/tasks/notify';

const TEMPLATES: Record<MessageTemplate, { subject: Text; body: Text }> = {
  completed: {
    subject: { id: 'Laporan {ticket} selesai', en: 'Report {ticket} completed' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} telah selesai. Dokumen dapat diserahkan di kelurahan.',
      en: 'The {event} report with ticket {ticket} is completed. Documents can be handed over at the kelurahan.',
    },
  },
  registered: {
    subject: { id: 'Laporan {ticket} tercatat', en: 'Report {ticket} registered' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} telah tercatat dalam register.',
      en: 'The {event} report with ticket {ticket} has been entered in the register.',
    },
  },
  answered: {
    subject: { id: 'Pemberitahuan {ticket} menjadi laporan', en: 'Notification {ticket} became a report' },
    body: {
      id: 'Terima kasih. Pemberitahuan {ticket} sudah dilengkapi operator kelurahan dan dilaporkan.',
      en: 'Thank you. The kelurahan completed notification {ticket} and reported it.',
    },
  },
  refused: {
    subject: { id: 'Pemberitahuan {ticket} tidak dilanjutkan', en: 'Notification {ticket} goes no further' },
    body: {
      id: 'Pemberitahuan {ticket} tidak dilanjutkan. Alasannya ada pada pemberitahuan itu di e-LAMPID.',
      en: 'Notification {ticket} goes no further. The reason stands with it in e-LAMPID.',
    },
  },
  returned: {
    subject: { id: 'Laporan {ticket} perlu perbaikan', en: 'Report {ticket} needs correction' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} dikembalikan. Buka e-LAMPID untuk melihat temuan dan memperbaikinya.',
      en: 'The {event} report with ticket {ticket} was returned. Open e-LAMPID to see the findings and correct it.',
    },
  },
  rejected: {
    subject: { id: 'Laporan {ticket} ditolak', en: 'Report {ticket} rejected' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} ditolak. Alasannya ada pada berkas di e-LAMPID.',
      en: 'The {event} report with ticket {ticket} was rejected. The reason is with the case in e-LAMPID.',
    },
  },
  expired: {
    subject: { id: 'Laporan {ticket} kedaluwarsa', en: 'Report {ticket} expired' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} ditutup karena batas waktunya lewat.',
      en: 'The {event} report with ticket {ticket} was closed because its time limit passed.',
    },
  },
  cancelled: {
    subject: { id: 'Laporan {ticket} dibatalkan', en: 'Report {ticket} cancelled' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} dibatalkan.',
      en: 'The {event} report with ticket {ticket} was cancelled.',
    },
  },
  reminder: {
    subject: { id: 'Pengingat: {ticket} menunggu keputusan', en: 'Reminder: {ticket} awaits a decision' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} mendekati batas waktu layanan. Mohon segera diputuskan.',
      en: 'The {event} report with ticket {ticket} is close to its service limit. Please decide it soon.',
    },
  },
  escalation: {
    subject: { id: 'Eskalasi: {ticket} melewati batas waktu', en: 'Escalation: {ticket} is overdue' },
    body: {
      id: 'Laporan {event} dengan tiket {ticket} melewati batas waktu layanan dan belum diputuskan.',
      en: 'The {event} report with ticket {ticket} is past its service limit and still undecided.',
    },
  },
};

export function isTemplate(name: string): name is MessageTemplate {
  return Object.hasOwn(messageTemplates, name);
}

/** Only officers get these. */
const WITHIN_THE_OFFICE: readonly MessageTemplate[] = ['reminder', 'escalation'];

export function composeMessage(input: {
  template: MessageTemplate;
  ticket: string;
  eventNames: Text;
  /** Address of the web. */
  publicUrl: string;
}): {
  subject: string;
  body: string;
} {
  const fill = (text: string, event: string) =>
    text.replaceAll('{ticket}', input.ticket).replaceAll('{event}', event);
  const { subject, body } = TEMPLATES[input.template];
  return {
    subject: fill(subject.id, input.eventNames.id),
    body: `${fill(body.id, input.eventNames.id)}\n\n${fill(body.en, input.eventNames.en)}\n${trackingLines(input)}`,
  };
}

/** The ticket may stand in an address; the four digits that open it are never sent. */
function trackingLines({
  template,
  ticket,
  publicUrl,
}: {
  template: MessageTemplate;
  ticket: string;
  publicUrl: string;
}): string {
  if (WITHIN_THE_OFFICE.includes(template)) return '';
  return `\nLacak tanpa masuk / Follow it without signing in:\n${publicUrl}/track?ticket=${encodeURIComponent(ticket)}\n`;
}
