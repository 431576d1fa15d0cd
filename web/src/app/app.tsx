import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import idID from 'antd/locale/id_ID';
import dayjs from 'dayjs';
import 'dayjs/locale/id.js';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { LanguageProvider, useLanguage } from '../i18n/language.js';
import { createQueryClient } from './query-client.js';
import { createRouter } from './router.js';
import { theme } from './theme.js';

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <Themed />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Themed() {
  const { language } = useLanguage();
  const [router] = useState(createRouter);
  // antd's date pickers name months in dayjs's language.
  useEffect(() => void dayjs.locale(language), [language]);
  return (
    <ConfigProvider theme={theme} locale={language === 'id' ? idID : enGB}>
      <AntApp>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}
