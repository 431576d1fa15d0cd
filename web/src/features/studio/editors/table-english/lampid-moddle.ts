/** What our decision tables say beyond DMN, for an editor that is to write it: readers find it by the prefix. */
import { LAMPID_NAMESPACE } from '@lampid/domain/rules/table-extension';

const text = (name: string) => ({ name, isAttr: true, type: 'String' });

export const lampidModdle = {
  name: 'e-LAMPID',
  prefix: 'lampid',
  uri: LAMPID_NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  types: [
    { name: 'Decision', extends: ['dmn:Decision'], properties: [text('nameEn'), text('each')] },
    { name: 'InputClause', extends: ['dmn:InputClause'], properties: [text('labelEn')] },
  ],
};
