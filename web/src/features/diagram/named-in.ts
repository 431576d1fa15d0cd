/** Drawings in the language of who looks at them: BPMN has room for one name only, so our models carry the English one beside it. */
import { ENGLISH_NAME } from '@lampid/domain/english-name';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Language } from '../../i18n/dictionary.js';

/** As read by a viewer that knows no extension: of a foreign namespace, children and attributes as written. */
interface ReadElement {
  name?: string;
  extensionElements?: { values?: { $children?: { name?: string; value?: string }[] }[] };
  /** Of a shape or an edge: what it draws, and where the name stands that has no room inside. */
  bpmnElement?: ReadElement;
  label?: { bounds?: { x: number; width: number } };
}

/** Of the small letters of a drawing, and where bpmn-js breaks the line of a name that stands by itself. */
const LETTER_WIDTH = 6.5;
const WIDEST = 90;

/** Before the import: what is drawn then bears the names of this language, where the model gives them. */
export function nameIn(viewer: NavigatedViewer, language: Language): void {
  if (language === 'id') return;
  viewer
    .get<EventBus>('eventBus')
    .on<{ elementsById?: Record<string, ReadElement> }>('import.parse.complete', ({ elementsById = {} }) => {
      const elements = Object.values(elementsById);
      for (const element of elements) element.name = englishName(element) ?? element.name;
      for (const { label, bpmnElement } of elements) makeRoomFor(bpmnElement?.name, label?.bounds);
    });
}

function englishName({ extensionElements }: ReadElement): string | undefined {
  return extensionElements?.values
    ?.flatMap(({ $children }) => $children ?? [])
    .find(({ name }) => name === ENGLISH_NAME)?.value;
}

/** The room was measured for the other name: a word that does not fit would be broken in two. */
function makeRoomFor(name: string | undefined, bounds: { x: number; width: number } | undefined): void {
  if (!name || !bounds) return;
  const width = Math.max(bounds.width, Math.min(WIDEST, name.length * LETTER_WIDTH));
  bounds.x -= (width - bounds.width) / 2;
  bounds.width = width;
}
