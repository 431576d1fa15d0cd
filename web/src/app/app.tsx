import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import idID from 'antd/locale/id_ID';
import dayjs from 'dayjs';
import 'dayjs/locale/id.js';
import { useEffect, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router';
import { ToastProvider } from '../components/toast.js';
import { LanguageProvider, useLanguage } from '../i18n/language.js';
import { ColourSchemeProvider, useColourScheme, useMedia } from '../theme/colour-scheme.js';
import { themeOf } from '../theme/theme.js';
import { createQueryClient } from './query-client.js';
import { createRouter } from './router.js';

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <LanguageProvider>
      <ColourSchemeProvider>
        <QueryClientProvider client={client}>
          <Themed />
        </QueryClientProvider>
      </ColourSchemeProvider>
    </LanguageProvider>
  );
}

function Themed() {
  const { language } = useLanguage();
  const { scheme } = useColourScheme();
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const [router] = useState(createRouter);
  const theme = useMemo(() => themeOf(scheme, { motion: !still }), [scheme, still]);
  // antd's date pickers name months in dayjs's language.
  useEffect(() => void dayjs.locale(language), [language]);
  return (
    <ConfigProvider theme={theme} locale={language === 'id' ? idID : enGB}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </ConfigProvider>
  );
}
