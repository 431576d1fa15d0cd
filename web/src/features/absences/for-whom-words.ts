import { dictionary } from '../../i18n/dictionary.js';

export const forWhomWords = dictionary({
  forWhom: (name: string) => ({ id: `untuk ${name}`, en: `for ${name}` }),
});
