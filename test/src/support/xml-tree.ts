import { Parser } from 'saxen';

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

/** The root of a document without texts. @throws Error when it is not well-formed */
export function xmlTree(xml: string): XmlNode {
  const top: XmlNode = { name: '', attributes: {}, children: [] };
  const open = [top];
  const fail = (error: Error) => {
    throw error;
  };
  new Parser()
    .on('error', fail)
    .on('warn', fail)
    .on('openTag', (name, attributesOf, decode) => {
      const attributes = Object.fromEntries(
        Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]),
      );
      const node: XmlNode = { name, attributes, children: [] };
      open.at(-1)!.children.push(node);
      open.push(node);
    })
    .on('closeTag', () => void open.pop())
    .parse(xml);
  const [root] = top.children;
  if (!root || open.length !== 1) throw new Error('the document lacks its end');
  return root;
}
