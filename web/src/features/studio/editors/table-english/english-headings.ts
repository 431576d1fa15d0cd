/** Name and headings of a decision table in English, as its editor has them; each is written so that one undo takes it back. */

export interface DmnElement {
  id?: string;
  name?: string;
  get(property: string): unknown;
}

export interface TableModeling {
  updateProperties(element: DmnElement, properties: Record<string, unknown>): void;
}

export interface Heading {
  element: DmnElement;
  property: 'lampid:nameEn' | 'lampid:labelEn';
  /** As it stands in Indonesian. */
  name: string;
  english: string;
}

/** First the name of the table, then each column that a rule compares. */
export function englishHeadings(decision: DmnElement): Heading[] {
  const table = decision.get('decisionLogic') as DmnElement | undefined;
  const inputs = (table?.get('input') as DmnElement[] | undefined) ?? [];
  return [
    headingOf(decision, 'lampid:nameEn', decision.name ?? decision.id ?? ''),
    ...inputs.map((input) => headingOf(input, 'lampid:labelEn', labelOf(input))),
  ];
}

/** Only what is another than it was. An empty one is taken away. */
export function writeHeadings(
  modeling: TableModeling,
  headings: readonly Heading[],
  english: readonly string[],
) {
  for (const [index, { element, property, english: was }] of headings.entries()) {
    const fresh = english[index]?.trim() ?? '';
    if (fresh !== was) modeling.updateProperties(element, { [property]: fresh || undefined });
  }
}

function headingOf(element: DmnElement, property: Heading['property'], name: string): Heading {
  return { element, property, name, english: (element.get(property) as string | undefined) ?? '' };
}

function labelOf(input: DmnElement): string {
  const compared = (input.get('inputExpression') as DmnElement | undefined)?.get('text');
  return (input.get('label') as string | undefined) || String(compared ?? '');
}
