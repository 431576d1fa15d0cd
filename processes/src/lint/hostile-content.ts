/** What is refused before anything parses it: a file that is too large, or one that would make a parser work for a stranger. */
import { MAX_MODEL_FILE_BYTES, MODEL_FILE_NAME } from '@lampid/domain/model-files';
import type { Text } from '@lampid/domain/rules/finding';
import type { BundleResource } from '../bundle.js';

const maxResources = 60;

/** Components of a form that show or run what somebody else wrote. */
const activeComponents = new Set(['iframe', 'html', 'documentPreview', 'script']);

export function tooMany(resources: readonly BundleResource[]): Text | null {
  if (resources.length <= maxResources) return null;
  return {
    id: `Lebih dari ${maxResources} berkas dalam satu paket`,
    en: `More than ${maxResources} files in one bundle`,
  };
}

/** Why this file is refused unread, or null. */
export function refuseUnread({ name, content }: BundleResource): Text | null {
  if (!MODEL_FILE_NAME.test(name))
    return { id: 'Hanya berkas .bpmn, .dmn, dan .form', en: 'Only .bpmn, .dmn and .form files' };
  if (Buffer.byteLength(content) > MAX_MODEL_FILE_BYTES)
    return { id: 'Berkas lebih besar dari 1 MB', en: 'The file is larger than 1 MB' };
  if (name.endsWith('.form')) return null;
  if (/<!(DOCTYPE|ENTITY)/i.test(content))
    return { id: 'DOCTYPE dan entitas tidak diizinkan', en: 'DOCTYPE and entities are not allowed' };
  if (/<\?(?!xml\s)/i.test(content))
    return { id: 'Instruksi pemrosesan tidak diizinkan', en: 'Processing instructions are not allowed' };
  return null;
}

/** Why this form is refused, or null. Throws SyntaxError when it is no JSON. */
export function refuseForm(content: string): Text | null {
  const form = JSON.parse(content) as { id?: unknown; components?: unknown };
  if (
    typeof form !== 'object' ||
    form === null ||
    typeof form.id !== 'string' ||
    !Array.isArray(form.components)
  )
    return { id: 'Formulir memerlukan id dan components', en: 'A form needs an id and components' };
  const active = componentTypes(form.components).find((type) => activeComponents.has(type));
  if (active === undefined) return null;
  return { id: `Komponen ${active} tidak diizinkan`, en: `The component ${active} is not allowed` };
}

function componentTypes(components: unknown[]): string[] {
  return components.flatMap((component) => {
    const { type, components: inner } = (component ?? {}) as { type?: unknown; components?: unknown };
    return [String(type), ...(Array.isArray(inner) ? componentTypes(inner) : [])];
  });
}
