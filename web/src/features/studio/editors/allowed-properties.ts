/** Leaves out of the properties panel what the lint refuses: nobody should fill in what cannot be deployed. */

interface Group {
  id: string;
  items?: unknown[];
}

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

/** Listeners, mappings of variables and connectors: each runs code, or hides data from who reads the model. */
const REFUSED = new Set(
  [
    'TaskListener',
    'ExecutionListener',
    'Input',
    'Output',
    'ConnectorInput',
    'ConnectorOutput',
    'FieldInjection',
    'Errors',
  ].map((name) => `CamundaPlatform__${name}`),
);
/** After those that fill the panel. */
const LAST = 100;

class AllowedProperties {
  static readonly $inject = ['propertiesPanel'];

  constructor(propertiesPanel: PropertiesPanel) {
    propertiesPanel.registerProvider(LAST, this);
  }

  /** What a strange model brings along stays, so that it can be taken out. */
  getGroups() {
    return (groups: Group[]) => groups.filter(({ id, items = [] }) => !REFUSED.has(id) || items.length > 0);
  }
}

export const allowedProperties = {
  __init__: ['allowedProperties'],
  allowedProperties: ['type', AllowedProperties],
};
