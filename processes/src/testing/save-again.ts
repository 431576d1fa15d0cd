import { parseBpmn, type ModdleElement } from '../moddle.js';

interface Model {
  toXML(element: ModdleElement, options: { format: boolean }): Promise<{ xml: string }>;
}

/** Opens a model and saves it, as every modeler on this meta-model does. */
export async function saveAgain(xml: string): Promise<string> {
  const { definitions } = await parseBpmn(xml);
  const { $model } = definitions as ModdleElement & { $model: Model };
  return (await $model.toXML(definitions, { format: true })).xml;
}
