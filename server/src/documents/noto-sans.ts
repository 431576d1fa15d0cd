/** Files of the one family that our papers are set in. */
import { createRequire } from 'node:module';

const locate = createRequire(import.meta.url).resolve;

export const NOTO_SANS = {
  normal: locate('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: locate('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  italics: locate('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  bolditalics: locate('@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf'),
};
