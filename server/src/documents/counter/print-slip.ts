/** Small papers of the counter: the ticket that a citizen takes home, and the receipt of what they collected. Neither bears a NIK. */
import { longDate } from '@lampid/domain/dates';
import type { Text } from '@lampid/domain/rules/finding';
import type { Column, Content } from 'pdfmake/interfaces.js';
import { printPdf } from '../print-pdf.js';

const GREY = '#475467';

export interface TicketSlip {
  cityName: string;
  areaName: string;
  ticket: string;
  event: Text;
  /** Masked: the paper may be lost. */
  name: string;
  /** `YYYY-MM-DD` */
  submittedOn: string;
  expectedOn: string | null;
  /** Address of the public tracking page of this ticket. */
  trackUrl: string;
}

/** A6, also for a printer of 80 mm rolls. */
export function printTicketSlip(slip: TicketSlip): Promise<Buffer> {
  return printPdf({
    pageSize: 'A6',
    pageMargins: [24, 20, 24, 20],
    defaultStyle: { font: 'NotoSans', fontSize: 9, lineHeight: 1.15 },
    info: { title: slip.ticket },
    content: [
      ...head(slip.cityName, slip.areaName),
      { text: 'TANDA TERIMA LAPORAN', bold: true, fontSize: 11, alignment: 'center' },
      { text: 'Report ticket', italics: true, fontSize: 7.5, color: GREY, alignment: 'center' },
      { text: slip.ticket, bold: true, fontSize: 12, alignment: 'center', margin: [0, 8] },
      ...[
        row('Peristiwa / Event', `${slip.event.id} / ${slip.event.en}`),
        row('Atas nama / About', slip.name),
        row('Diajukan / Submitted', longDate(slip.submittedOn)),
        ...(slip.expectedOn ? [row('Perkiraan selesai / Expected', longDate(slip.expectedOn))] : []),
      ],
      { qr: slip.trackUrl, fit: 92, eccLevel: 'M', alignment: 'center', margin: [0, 10, 0, 4] },
      {
        ...{ alignment: 'center', fontSize: 8 },
        text: [
          'Pindai untuk melacak laporan; siapkan empat angka terakhir NIK Anda.\n',
          {
            text: 'Scan to follow the report; have the last four digits of your NIK ready.',
            italics: true,
            color: GREY,
          },
        ],
      },
      {
        ...{ margin: [0, 8, 0, 0], fontSize: 8 },
        text: 'Saat mengambil dokumen, bawa tanda terima ini dan KTP-el. Layanan ini tidak dipungut biaya (UU 24/2013 ps. 79A).',
      },
    ],
  });
}

export interface HandoverReceipt {
  cityName: string;
  areaName: string;
  ticket: string;
  documents: { name: string; number: string | null }[];
  collectedBy: string;
  relation: string;
  shown: string;
  reason: string | null;
  officer: string;
  /** `YYYY-MM-DD` */
  handedOn: string;
}

/** Bukti serah terima, signed by both by hand. */
export function printHandoverReceipt(receipt: HandoverReceipt): Promise<Buffer> {
  return printPdf({
    pageSize: 'A5',
    pageMargins: [36, 30, 36, 30],
    defaultStyle: { font: 'NotoSans', fontSize: 9.5, lineHeight: 1.2 },
    info: { title: `Bukti serah terima ${receipt.ticket}` },
    content: [
      ...head(receipt.cityName, receipt.areaName),
      { text: 'BUKTI SERAH TERIMA DOKUMEN', bold: true, fontSize: 12, alignment: 'center' },
      {
        text: 'Receipt of documents',
        italics: true,
        fontSize: 8,
        color: GREY,
        alignment: 'center',
        margin: [0, 0, 0, 10],
      },
      row('Nomor tiket / Ticket', receipt.ticket),
      row('Diterima oleh / Collected by', receipt.collectedBy),
      row('Sebagai / As', receipt.relation),
      row('Identitas yang ditunjukkan / Identity shown', receipt.shown),
      ...(receipt.reason ? [row('Alasan penyerahan ulang / Why again', receipt.reason)] : []),
      { text: 'Dokumen / Documents', bold: true, margin: [0, 10, 0, 2] },
      { ul: receipt.documents.map(({ name, number }) => (number ? `${name} (${number})` : name)) },
      {
        ...{ margin: [0, 24, 0, 0], unbreakable: true },
        columns: [
          signature('Yang menerima', receipt.collectedBy),
          signature(`${receipt.cityName}, ${longDate(receipt.handedOn)}\nPetugas`, receipt.officer),
        ],
      },
    ],
  });
}

function head(cityName: string, areaName: string): Content[] {
  return [
    { text: `PEMERINTAH ${cityName.toUpperCase()}`, bold: true, alignment: 'center' },
    { text: `KELURAHAN ${areaName.toUpperCase()}`, alignment: 'center', margin: [0, 0, 0, 8] },
  ];
}

function row(label: string, value: string): Content {
  return {
    columns: [
      { text: label, width: '42%', color: GREY, fontSize: 8 },
      { text: value, width: '*' },
    ],
    margin: [0, 1],
  };
}

function signature(above: string, name: string): Column {
  return { width: '50%', alignment: 'center', text: `${above}\n\n\n\n( ${name} )` };
}
