/** Steps of people: what is decided there, by whom, on which form. */
import type { Text } from '@lampid/domain/rules/finding';
import {
  candidateGroups,
  extension,
  fixed,
  statusProperty,
  type ElementTemplate,
  type TemplateLanguage,
  type TemplateProperty,
} from './template.js';

interface PersonStep {
  id: string;
  names: Text;
  description: Text;
  /** Buttons in their order, with `Indonesia|English` texts; none: the analyst names them. */
  outcomes: Record<string, string>;
  /** Outcomes that need a note, separated by commas. */
  noteRequired: string;
  group: string;
  dueDate: string;
}

const steps: PersonStep[] = [
  {
    id: 'decide',
    names: { id: 'Periksa dan putuskan', en: 'Look and decide' },
    description: {
      id: 'Seorang petugas menyetujui, mengembalikan, atau menolak. Pilihan lain jatuh pada jalur bawaan: pengembalian.',
      en: 'An officer approves, returns or rejects. Whatever else takes the default flow: the return.',
    },
    outcomes: { approve: 'Setujui|Approve', return: 'Kembalikan|Return', reject: 'Tolak|Reject' },
    noteRequired: 'return,reject',
    ...{ group: '${supervisorGroup}', dueDate: '${escalateAt}' },
  },
  {
    id: 'correct',
    names: { id: 'Perbaiki laporan', en: 'Correct the report' },
    description: {
      id: 'Pelapor memperbaiki laporan dan mengirimnya ulang, atau membatalkannya.',
      en: 'Who reported corrects the report and sends it again, or cancels it.',
    },
    outcomes: { resubmit: 'Kirim ulang|Resubmit', cancel: 'Batalkan laporan|Cancel the report' },
    noteRequired: '',
    ...{ group: '${operatorGroup}', dueDate: '${returnUntil}' },
  },
  {
    id: 'work',
    names: { id: 'Kerjakan', en: 'Do a work' },
    description: {
      id: 'Seorang petugas menyelesaikan pekerjaan. Untuk pilihan sendiri: isi outcomes dan satu properti label:<pilihan> untuk setiap tombol.',
      en: 'An officer does a work. For outcomes of your own: fill in outcomes and one property label:<outcome> for each button.',
    },
    outcomes: { done: 'Selesai|Done' },
    noteRequired: '',
    ...{ group: '${verifierGroup}', dueDate: '${escalateAt}' },
  },
];

export function userTaskTemplates(language: TemplateLanguage): ElementTemplate[] {
  return steps.map((step) => ({
    $schema: 'https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json',
    id: `lampid.person.${step.id}`,
    name: step.names[language],
    description: step.description[language],
    appliesTo: ['bpmn:UserTask'],
    properties: [...addressed(step, language), statusProperty(language), ...decided(step, language)],
    metadata: { reads: [], sets: ['<id>_outcome'], errors: [] },
  }));
}

/** Whom the task waits for, with what, until when. */
function addressed({ group, dueDate }: PersonStep, language: TemplateLanguage): TemplateProperty[] {
  const say = (id: string, en: string) => ({ id, en })[language];
  return [
    {
      ...{ type: 'Dropdown', value: group, choices: candidateGroups },
      label: say('Kelompok petugas', 'Candidate group'),
      description: say('Siapa yang melihat tugas ini di antreannya.', 'Who sees the task in their queue.'),
      binding: { type: 'property', name: 'camunda:candidateGroups' },
      constraints: { notEmpty: true },
    },
    {
      type: 'String',
      label: say('Formulir', 'Form'),
      description: say('Id formulir dalam paket yang sama.', 'Id of a form of the same bundle.'),
      binding: { type: 'property', name: 'camunda:formRef' },
      constraints: { notEmpty: true },
    },
    // A running case keeps the form that it began with.
    fixed('camunda:formRefBinding', 'deployment'),
    {
      ...{ type: 'String', value: dueDate },
      label: say('Tenggat', 'Due date'),
      description: say(
        'Variabel berisi waktu kalender kantor, misalnya ${escalateAt}.',
        'Variable with an instant of the office calendar, such as ${escalateAt}.',
      ),
      binding: { type: 'property', name: 'camunda:dueDate' },
      constraints: {
        pattern: {
          value: '^\\$\\{\\w+\\}$',
          message: say('Tulis satu variabel: ${nama}', 'Write one variable: ${name}'),
        },
      },
    },
  ];
}

function decided({ outcomes, noteRequired }: PersonStep, language: TemplateLanguage): TemplateProperty[] {
  const say = (id: string, en: string) => ({ id, en })[language];
  const names = Object.keys(outcomes).join(',');
  return [
    extension('outcomes', {
      label: say('Pilihan keputusan', 'Outcomes'),
      description: say(
        'Tombol menurut urutannya, dipisah koma; yang dipilih menjadi variabel <id>_outcome.',
        'The buttons in their order, separated by commas; the chosen one becomes the variable <id>_outcome.',
      ),
      value: names,
      constraints: {
        notEmpty: true,
        pattern: {
          value: '^\\w+(,\\w+)*$',
          message: say('Huruf dan angka, dipisah koma', 'Letters and digits, separated by commas'),
        },
      },
    }),
    extension('noteRequired', {
      label: say('Wajib catatan', 'Needs a note'),
      description: say(
        'Pilihan yang memerlukan catatan, dipisah koma.',
        'Outcomes that need a note, separated by commas.',
      ),
      value: noteRequired,
      optional: true,
    }),
    ...Object.entries(outcomes).map(([outcome, value]) =>
      extension(`label:${outcome}`, {
        label: say(`Tombol ${outcome}`, `Button ${outcome}`),
        description: say('Indonesia|Inggris', 'Indonesian|English'),
        value,
        constraints: {
          notEmpty: true,
          pattern: { value: '^[^|]+\\|[^|]+$', message: say('Indonesia|Inggris', 'Indonesian|English') },
        },
      }),
    ),
  ];
}
