import { dictionary } from '../../i18n/dictionary.js';

export const urgedWords = dictionary({
  urged: { id: 'Didahulukan', en: 'Urgent' },
  urgedBy: (name: string, at: string) => ({
    id: `Didahulukan oleh ${name}, ${at}`,
    en: `Put first by ${name}, ${at}`,
  }),
});
