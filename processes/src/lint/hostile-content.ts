/** What is refused before anything parses it: a file that is too large, or one that would make a parser work for a stranger. */
import { MAX_MODEL_FILE_BYTES, MODEL_FILE_NAME } from '@lampid/domain/model-files';
import type { Text } from '@lampid/domain/rules/finding';
import type { BundleResource } from '../bundle.js';
import { refusePattern } from './form-pattern.js';

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
  return readTwoWays(content);
}

/** In these every ASCII character is itself, and nothing else is one: markup reads the same in each. */
const DECLARATION =
  /^\uFEFF?<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])(?:utf-8|us-ascii|iso-8859-1)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>/i;
/** What XML 1.0 has no place for, but a reader may skip: an escape sequence of another encoding hides what follows it. */
// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/u;

/**
 * Our reader is lenient, an engine's is strict: what one takes for a remark may be a listener to the other. Only what both read alike is
 * judged at all.
 */
function readTwoWays(content: string): Text | null {
  const rest = content.replace(DECLARATION, '');
  if (rest.includes('<?'))
    return {
      id: 'Instruksi pemrosesan dan pengodean lain tidak diizinkan: simpan sebagai UTF-8',
      en: 'Processing instructions and other encodings are not allowed: save it as UTF-8',
    };
  if (NO_XML.test(content))
    return { id: 'Berkas memuat karakter kendali', en: 'The file holds control characters' };
  return hasPlainComments(rest)
    ? null
    : { id: 'Komentar XML tidak ditulis dengan benar', en: 'An XML comment is not well-formed' };
}

/** XML 1.0, 2.5: no `--` inside, no `-` before the end; a lenient reader also ends `<!-->` at once. Sections of text (CDATA) hold no comments. */
function hasPlainComments(xml: string): boolean {
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', at)) {
    const isComment = xml.startsWith('<!--', at);
    if (!isComment && !xml.startsWith('<![CDATA[', at)) return false;
    const body = at + (isComment ? 4 : 9);
    const end = xml.indexOf(isComment ? '-->' : ']]>', body);
    if (end < 0) return false;
    if (isComment && /^-?>|--|-$/.test(xml.slice(body, end))) return false;
    at = end + 3;
  }
  return true;
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
  for (const { type, validate } of allComponents(form.components)) {
    const name = String(type);
    if (activeComponents.has(name))
      return { id: `Komponen ${name} tidak diizinkan`, en: `The component ${name} is not allowed` };
    const slow = refusePattern((validate as { pattern?: unknown } | null | undefined)?.pattern);
    if (slow) return slow;
  }
  return null;
}

interface AnyComponent {
  type?: unknown;
  validate?: unknown;
  components?: unknown;
}

function allComponents(components: unknown[]): AnyComponent[] {
  return components.flatMap((component) => {
    const one = (component ?? {}) as AnyComponent;
    return [one, ...(Array.isArray(one.components) ? allComponents(one.components) : [])];
  });
}
