/**
 * Indonesian for a library that has no place for other words: what it writes on the page is read again and said otherwise, word for word
 * as the dictionary has it. Its code is not touched, and what it does not know stays as it is.
 */

export interface SpokenWords {
  /** What is the library's own, as a selector: nothing else on the page is read. */
  within: string;
  words: Readonly<Record<string, string>>;
  /** Sentences around a name. */
  patterns?: readonly (readonly [RegExp, string])[];
}

const ATTRIBUTES = ['title', 'aria-label', 'placeholder'];
/** What people have named themselves. */
const NAMES = '.bio-properties-panel-header-label, .bio-properties-panel-collapsible-entry-header-title';

/** Goes on until the answered function is called. Speaks only where the page is Indonesian, as editors are told once. */
export function speakIn(root: HTMLElement, spoken: SpokenWords): () => void {
  if (document.documentElement.lang !== 'id') return () => undefined;
  const observer = new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes)
      if (type === 'childList') for (const node of addedNodes) sayAll(node, spoken);
      else if (type === 'attributes') sayAttributes(target as Element, spoken);
      else sayText(target as Text, spoken);
  });
  observer.observe(root, {
    ...{ subtree: true, childList: true, characterData: true },
    attributeFilter: ATTRIBUTES,
  });
  sayAll(root, spoken);
  return () => observer.disconnect();
}

/** The same words, or those that the dictionary has for them; white space around them stays. */
export function said(text: string, { words, patterns = [] }: SpokenWords): string {
  const trimmed = text.trim();
  if (trimmed === '') return text;
  const word = Object.hasOwn(words, trimmed) ? words[trimmed] : undefined;
  if (word !== undefined) return text.replace(trimmed, () => word);
  const [pattern, replacement] = patterns.find(([candidate]) => candidate.test(trimmed)) ?? [];
  return pattern ? text.replace(trimmed, () => trimmed.replace(pattern, replacement!)) : text;
}

function sayAll(node: Node, spoken: SpokenWords): void {
  if (node instanceof Text) return sayText(node, spoken);
  if (!(node instanceof Element)) return;
  sayAttributes(node, spoken);
  for (const child of node.childNodes) sayAll(child, spoken);
}

function sayText(node: Text, spoken: SpokenWords): void {
  const { parentElement: holder } = node;
  if (!holder?.closest(spoken.within) || holder.closest(NAMES)) return;
  const text = said(node.data, spoken);
  // A change of what is said already would be told to ourselves for ever.
  if (text !== node.data) node.data = text;
}

function sayAttributes(element: Element, spoken: SpokenWords): void {
  if (!element.closest(spoken.within)) return;
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    const text = value === null ? null : said(value, spoken);
    if (text !== null && text !== value) element.setAttribute(name, text);
  }
}
