/** What the places of a model, table or form are called, for people who do not read XML. */
import type { Text } from '@lampid/domain/rules/finding';

const text = (id: string, en: string): Text => ({ id, en });

const known: Record<string, Text> = {
  name: text('Nama', 'Name'),
  type: text('Jenis', 'Type'),
  text: text('Teks', 'Text'),
  documentation: text('Dokumentasi', 'Documentation'),
  lane: text('Lajur', 'Lane'),
  parent: text('Letak dalam', 'Lies in'),
  sourceRef: text('Dari', 'From'),
  targetRef: text('Ke', 'To'),
  attachedToRef: text('Menempel pada', 'Attached to'),
  cancelActivity: text('Menghentikan langkahnya', 'Interrupts its step'),
  default: text('Jalur bawaan', 'Default flow'),
  conditionExpression: text('Syarat', 'Condition'),
  processRef: text('Proses', 'Process'),
  calledElement: text('Proses yang dipanggil', 'Called process'),
  isExecutable: text('Dapat dijalankan', 'Executable'),
  isForCompensation: text('Pembatalan', 'For compensation'),
  triggeredByEvent: text('Dipicu kejadian', 'Triggered by event'),
  errorCode: text('Kode kesalahan', 'Error code'),
  loopCharacteristics: text('Perulangan', 'Repetition'),
  'loopCharacteristics.isSequential': text('Satu per satu', 'One after another'),
  'loopCharacteristics.loopCardinality': text('Banyaknya', 'How many'),
  timerEventDefinition: text('Pewaktu', 'Timer'),
  'timerEventDefinition.timeDate': text('Waktu', 'Date'),
  'timerEventDefinition.timeDuration': text('Lamanya', 'Duration'),
  'timerEventDefinition.timeCycle': text('Siklus', 'Cycle'),
  messageEventDefinition: text('Pesan', 'Message'),
  'messageEventDefinition.messageRef': text('Pesan', 'Message'),
  errorEventDefinition: text('Kesalahan', 'Error'),
  'errorEventDefinition.errorRef': text('Kesalahan', 'Error'),
  terminateEventDefinition: text('Mengakhiri semua', 'Terminates all'),
  compensateEventDefinition: text('Pembatalan', 'Compensation'),
  'compensateEventDefinition.activityRef': text('Langkah yang dibatalkan', 'Compensated step'),
  'camunda:type': text('Jenis pelaksanaan', 'Implementation'),
  'camunda:topic': text('Topik pekerja', "Worker's topic"),
  'camunda:taskPriority': text('Prioritas', 'Priority'),
  'camunda:formRef': text('Formulir', 'Form'),
  'camunda:formRefBinding': text('Ikatan formulir', 'Binding of the form'),
  'camunda:candidateGroups': text('Kelompok petugas', 'Candidate groups'),
  'camunda:dueDate': text('Tenggat', 'Due date'),
  'camunda:calledElementBinding': text('Ikatan proses', 'Binding of the process'),
  'camunda:historyTimeToLive': text('Lama riwayat disimpan', 'History time to live'),
  'camunda:versionTag': text('Label versi', 'Version tag'),
  'camunda:asyncBefore': text('Simpan sebelum', 'Asynchronous before'),
  'camunda:asyncAfter': text('Simpan sesudah', 'Asynchronous after'),
  bounds: text('Tempat dan ukuran', 'Place and size'),
  waypoints: text('Alur garis', 'Course of the line'),
  labelBounds: text('Tempat nama', 'Place of the name'),
  order: text('Urutan', 'Order'),
  each: text('Sekali untuk setiap', 'Once for each'),
  'decisionLogic.hitPolicy': text('Cara memilih aturan', 'Hit policy'),
  'decisionLogic.aggregation': text('Penggabungan', 'Aggregation'),
  inputExpression: text('Ungkapan', 'Expression'),
  'inputExpression.text': text('Ungkapan', 'Expression'),
  'inputExpression.typeRef': text('Tipe', 'Type'),
  typeRef: text('Tipe', 'Type'),
  'lampid:nameEn': text('Nama Inggris', 'Name in English'),
  'lampid:labelEn': text('Judul Inggris', 'Heading in English'),
  'lampid:each': text('Sekali untuk setiap', 'Once for each'),
  label: text('Label', 'Label'),
  description: text('Keterangan', 'Description'),
  key: text('Kunci isian', 'Key'),
  'conditional.hide': text('Disembunyikan bila', 'Hidden when'),
  'validate.required': text('Wajib diisi', 'Required'),
  'validate.minLength': text('Panjang paling sedikit', 'Shortest'),
  'validate.maxLength': text('Panjang paling banyak', 'Longest'),
  'validate.min': text('Paling kecil', 'Least'),
  'validate.max': text('Paling besar', 'Most'),
  'validate.pattern': text('Pola', 'Pattern'),
  defaultValue: text('Nilai awal', 'Default value'),
  disabled: text('Tidak dapat diubah', 'Disabled'),
  readonly: text('Hanya dibaca', 'Read only'),
  'layout.row': text('Baris', 'Row'),
  'layout.columns': text('Lebar kolom', 'Width'),
  content: text('Isi', 'Content'),
};

/** Paths that name something of the author's own. */
const named: [RegExp, (name: string) => Text][] = [
  [/^camunda:properties\[(.*)\]$/, (name) => text(`Properti ${name}`, `Property ${name}`)],
  [/^properties\.(.*)$/, (name) => text(`Properti ${name}`, `Property ${name}`)],
  [
    /^camunda:inputOutput\.camunda:inputParameter\[(.*?)\]/,
    (name) => text(`Parameter masukan ${name}`, `Input parameter ${name}`),
  ],
  [
    /^camunda:inputOutput\.camunda:outputParameter\[(.*?)\]/,
    (name) => text(`Parameter keluaran ${name}`, `Output parameter ${name}`),
  ],
  [/^camunda:in\[(.*?)\]/, (name) => text(`Diberikan: ${name}`, `Passed in: ${name}`)],
  [/^camunda:out\[(.*?)\]/, (name) => text(`Diambil: ${name}`, `Passed out: ${name}`)],
  [/^values\[(.*?)\]/, (name) => text(`Pilihan ${name}`, `Option ${name}`)],
];

/** The path itself where nothing better is known: it still says where to look. */
export function labelOf(path: string): Text {
  if (Object.hasOwn(known, path)) return known[path]!;
  for (const [pattern, say] of named) {
    const found = pattern.exec(path);
    if (found) return say(found[1]!);
  }
  return text(path, path);
}
