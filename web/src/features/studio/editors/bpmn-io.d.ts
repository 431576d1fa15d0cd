/** What the packages of bpmn.io leave untyped, as far as the studio uses it. */
declare module 'bpmn-js-properties-panel' {
  import type { ModuleDeclaration } from 'didi';
  export const BpmnPropertiesPanelModule: ModuleDeclaration;
  export const BpmnPropertiesProviderModule: ModuleDeclaration;
  export const CamundaPlatformPropertiesProviderModule: ModuleDeclaration;
  /** A service of the modeler, inside of an entry. */
  export function useService<Service>(name: string): Service;
}
declare module '@bpmn-io/properties-panel' {
  interface TextField {
    element: unknown;
    id: string;
    label: string;
    debounce: unknown;
    getValue(): string;
    setValue(value: string | undefined): void;
  }
  export function TextFieldEntry(props: TextField): unknown;
  export function isTextFieldEntryEdited(node: HTMLElement): boolean;
}
declare module 'bpmn-js-element-templates' {
  import type { ModuleDeclaration } from 'didi';
  export const ElementTemplatesPropertiesProviderModule: ModuleDeclaration;
}
declare module 'bpmn-js-token-simulation' {
  import type { ModuleDeclaration } from 'didi';
  const module: ModuleDeclaration;
  export default module;
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  import type { ModuleDeclaration } from 'didi';
  const module: ModuleDeclaration;
  export default module;
}
declare module 'camunda-bpmn-moddle/resources/camunda.json' {
  const descriptor: Record<string, unknown>;
  export default descriptor;
}
declare module 'dmn-js/lib/NavigatedViewer' {
  export { default } from 'dmn-js/lib/Modeler';
}
declare module 'dmn-js/lib/Modeler' {
  import type { ModuleDeclaration } from 'didi';
  interface ViewOptions {
    additionalModules: ModuleDeclaration[];
  }
  interface Options {
    container: HTMLElement;
    keyboard?: { bindTo: Document | HTMLElement };
    moddleExtensions?: Record<string, object>;
    decisionTable?: ViewOptions;
    drd?: ViewOptions;
    literalExpression?: ViewOptions;
  }
  interface View {
    element: { id?: string; name?: string; get(property: string): unknown };
    type: string;
  }
  interface EventBus {
    on(event: string, listener: () => void): void;
    off(event: string, listener: () => void): void;
  }
  interface CommandStack {
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  }
  interface Viewer {
    get(name: 'eventBus'): EventBus;
    get(name: 'modeling'): Modeling;
    get(name: 'commandStack'): CommandStack;
  }
  interface Modeling {
    updateProperties(element: object, properties: Record<string, unknown>): void;
  }
  export default class DmnModeler {
    constructor(options: Options);
    importXML(xml: string, options?: { open: boolean }): Promise<{ warnings: string[] }>;
    saveXML(options?: { format: boolean }): Promise<{ xml: string }>;
    getViews(): View[];
    getActiveView(): View | undefined;
    getActiveViewer(): Viewer | undefined;
    open(view: View): Promise<unknown>;
    on(event: string, listener: () => void): void;
    destroy(): void;
  }
}
