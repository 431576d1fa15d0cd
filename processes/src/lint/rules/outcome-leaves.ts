import { splitList } from '../../case-model.js';
import { attribute, extensionProperties, isA, many, one, type ModdleElement } from '../../moddle.js';
import { defineRule, type Report } from '../define-rule.js';
import { allNodes, nameOf, processOf } from '../walk-model.js';

/** Every outcome of a user task is named, has a button in both languages, and leads somewhere. */
export const outcomeLeaves = defineRule({
  name: 'outcome-leaves',
  check(element, report) {
    if (!isA(element, 'bpmn:UserTask')) return;
    const properties = extensionProperties(element);
    const outcomes = splitList(properties['outcomes'] ?? '');
    const name = nameOf(element);
    if (outcomes.length === 0)
      return report(element, {
        id: `"${name}" tidak mempunyai pilihan keputusan`,
        en: `"${name}" has no outcomes`,
      });
    if (!/^[A-Za-z_]\w*$/.test(element.id ?? ''))
      report(element, {
        id: `Id "${element.id}" harus berupa huruf, angka, dan garis bawah: ia menjadi nama variabel`,
        en: `The id "${element.id}" must be letters, digits and underscores: it becomes the name of a variable`,
      });
    for (const outcome of splitList([properties['noteRequired'], properties['answeredBy']].join(',')))
      if (!outcomes.includes(outcome)) reportUnknown(element, outcome, report);
    for (const outcome of outcomes) {
      const [id, en] = (properties[`label:${outcome}`] ?? '').split('|');
      if (!id?.trim() || !en?.trim())
        report(element, {
          id: `Tombol "${outcome}" pada "${name}" memerlukan teks label:${outcome} = Indonesia|Inggris`,
          en: `The button "${outcome}" of "${name}" needs a text label:${outcome} = Indonesian|English`,
        });
    }
    checkGateways(element, outcomes, report);
  },
});

function checkGateways(task: ModdleElement, outcomes: string[], report: Report): void {
  const gateways = gatewaysAfter(task);
  if (gateways.length === 0 && outcomes.length > 1)
    report(task, {
      id: `Tidak ada gerbang yang membedakan keputusan "${nameOf(task)}"`,
      en: `No gateway tells the outcomes of "${nameOf(task)}" apart`,
    });
  for (const gateway of gateways) {
    const asked = outcomesAsked(task, gateway);
    for (const outcome of asked) if (!outcomes.includes(outcome)) reportUnknown(gateway, outcome, report);
    if (one(gateway, 'default')) continue;
    for (const outcome of outcomes.filter((candidate) => !asked.includes(candidate)))
      report(gateway, {
        id: `Keputusan "${outcome}" dari "${nameOf(task)}" tidak mempunyai jalan keluar`,
        en: `The outcome "${outcome}" of "${nameOf(task)}" has no flow`,
      });
  }
}

/** Exclusive gateways of the process that ask for this task's outcome. */
function gatewaysAfter(task: ModdleElement): ModdleElement[] {
  const process = processOf(task);
  if (!process) return [];
  return allNodes(process).filter(
    (node) => isA(node, 'bpmn:ExclusiveGateway') && outcomesAsked(task, node).length > 0,
  );
}

function outcomesAsked(task: ModdleElement, gateway: ModdleElement): string[] {
  const variable = `${task.id}_outcome`;
  return many(gateway, 'outgoing').flatMap((flow) => {
    const condition = one(flow, 'conditionExpression');
    const text = (condition && attribute(condition, 'body')) ?? '';
    const pattern = new RegExp(`\\b${escapeRegExp(variable)}\\s*[!=]=\\s*'([^']*)'`, 'g');
    return [...text.matchAll(pattern)].map((match) => match[1]!);
  });
}

function reportUnknown(element: ModdleElement, outcome: string, report: Report): void {
  report(element, {
    id: `"${outcome}" bukan pilihan keputusan tugas ini`,
    en: `"${outcome}" is not an outcome of the task`,
  });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
