import { dictionary } from '../../i18n/dictionary.js';

export const notificationWords = dictionary({
  title: { id: 'Pemberitahuan', en: 'Notifications' },
  none: { id: 'Belum ada pemberitahuan', en: 'No notifications' },
  open: (count: number) => ({
    id: count > 0 ? `Pemberitahuan, ${count} baru` : 'Pemberitahuan',
    en: count > 0 ? `Notifications, ${count} new` : 'Notifications',
  }),
});
