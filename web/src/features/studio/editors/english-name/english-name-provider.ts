/** In the properties panel, below the name: the English one, which desks in English show. */
import { isTextFieldEntryEdited, TextFieldEntry } from '@bpmn-io/properties-panel';
import { useService } from 'bpmn-js-properties-panel';
import { NAMED_TYPES } from '@lampid/domain/english-name';
import type { Element, Moddle } from 'bpmn-js/lib/model/Types';
import { getBusinessObject, isAny } from 'bpmn-js/lib/util/ModelUtil';
import { readEnglishName, writeEnglishName, type Drawing } from './write-english-name.js';

interface Entry {
  id: string;
  component: (props: { element: Element }) => unknown;
  isEdited?: (node: HTMLElement) => boolean;
}

interface Group {
  id: string;
  entries?: Entry[];
}

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

/** After those that fill the general group, before the one that leaves out what is refused. */
const AFTER_THE_GENERAL = 400;

/** Each entry of the panel that holds a name of an element, the words that name its English twin, and what has the name. */
const NAMES: Record<string, { label: string; named(element: Element): Moddle }> = {
  name: { label: 'Name in English', named: getBusinessObject },
  processName: {
    label: 'Process name in English',
    named: (element) => getBusinessObject(element).get('processRef') as Moddle,
  },
};

class EnglishNameProvider {
  static readonly $inject = ['propertiesPanel'];

  constructor(propertiesPanel: PropertiesPanel) {
    propertiesPanel.registerProvider(AFTER_THE_GENERAL, this);
  }

  getGroups(element: Element) {
    return (groups: Group[]) => {
      const general = groups.find(({ id }) => id === 'general');
      if (general && isAny(element, NAMED_TYPES))
        general.entries = (general.entries ?? []).flatMap((entry) =>
          entry.id in NAMES ? [entry, englishTwin(entry.id)] : [entry],
        );
      return groups;
    };
  }
}

function englishTwin(nameEntry: string): Entry {
  const { label, named } = NAMES[nameEntry]!;
  const id = `${nameEntry}-en`;
  function EnglishName({ element }: { element: Element }) {
    const translate = useService<(words: string) => string>('translate');
    const drawing: Drawing = { bpmnFactory: useService('bpmnFactory'), modeling: useService('modeling') };
    return TextFieldEntry({
      ...{ element, id, label: translate(label), debounce: useService('debounceInput') },
      getValue: () => readEnglishName(named(element)),
      setValue: (value = '') => writeEnglishName(drawing, { element, named: named(element), name: value }),
    });
  }
  return { id, component: EnglishName, isEdited: isTextFieldEntryEdited };
}

export const englishName = {
  __init__: ['englishNameProvider'],
  englishNameProvider: ['type', EnglishNameProvider],
};
