import { theme as antd, type ThemeConfig } from 'antd';
import type { ColourScheme } from './colour-scheme.js';

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

/** The same colours as custom properties stand in theme.css, for our own parts. */
export const COLOURS = {
  light: {
    primary: '#0b5c66',
    link: '#0a6672',
    linkHover: '#084f59',
    linkActive: '#03414d',
    ground: '#f3f6f7',
    surface: '#ffffff',
    line: '#dfe6e8',
    ink: '#15292d',
    inkSoft: '#51666b',
    success: '#2b7a3d',
    warning: '#b86a00',
    error: '#b42318',
    errorPressed: '#8f100b',
    onError: '#ffffff',
    head: '#eef3f4',
    inkFaint: '#66797e',
    chosen: '#e1f2f3',
  },
  dark: {
    primary: '#1f7a86',
    link: '#6cc7d1',
    linkHover: '#8fd6de',
    linkActive: '#b0e3e9',
    ground: '#0e1719',
    surface: '#162225',
    line: '#2c3c40',
    ink: '#e4eef0',
    inkSoft: '#a3b6ba',
    success: '#5cb673',
    warning: '#e0a040',
    error: '#f0847a',
    errorPressed: '#f7c9c2',
    onError: '#0e1719',
    head: '#1d2b2f',
    inkFaint: '#93a7ab',
    chosen: '#12343a',
  },
} as const satisfies Record<ColourScheme, Record<string, string>>;

/** One calm look: deep teal on a cool ground, system fonts, square-ish corners; by day and by night. */
export function themeOf(scheme: ColourScheme, options: { motion: boolean }): ThemeConfig {
  const colour = COLOURS[scheme];
  return {
    algorithm: scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      motion: options.motion,
      colorPrimary: colour.primary,
      colorInfo: colour.primary,
      colorLink: colour.link,
      // antd's own fall below WCAG AA, by day and by night.
      colorLinkHover: colour.linkHover,
      colorLinkActive: colour.linkActive,
      colorSuccess: colour.success,
      colorWarning: colour.warning,
      colorError: colour.error,
      // As ground and as text: antd's own darkens while it is pressed, by night below WCAG AA.
      colorErrorActive: colour.errorPressed,
      colorTextBase: colour.ink,
      colorBgBase: colour.surface,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.surface,
      // antd's own is a lighter teal by night, on which faults cannot be read.
      colorBgElevated: colour.surface,
      colorBorderSecondary: colour.line,
      // antd's paler defaults fall below WCAG AA.
      colorTextPlaceholder: colour.inkFaint,
      colorTextDisabled: colour.inkFaint,
      colorTextDescription: colour.inkSoft,
      colorTextTertiary: colour.inkSoft,
      ...(scheme === 'light' && LIGHT_GROUNDS),
      borderRadius: 6,
      fontFamily: systemFonts,
      fontSize: 14,
    },
    components: {
      Button: {
        defaultHoverColor: colour.linkHover,
        defaultHoverBorderColor: colour.linkHover,
        defaultActiveColor: colour.linkActive,
        defaultActiveBorderColor: colour.linkActive,
        dangerColor: colour.onError,
      },
      Table: { headerBg: colour.head, cellPaddingBlockSM: 8 },
      Card: { headerFontSize: 15 },
      Tabs: {
        itemSelectedColor: colour.link,
        itemHoverColor: colour.linkHover,
        itemActiveColor: colour.linkActive,
        inkBarColor: colour.link,
      },
      Menu: { itemSelectedColor: colour.link, itemSelectedBg: colour.chosen },
    },
  };
}

/** antd derives greyish grounds from dark seeds. */
const LIGHT_GROUNDS = {
  colorSuccessBg: '#e9f6ec',
  colorSuccessBorder: '#bfe0c8',
  colorWarningBg: '#fff6e5',
  colorWarningBorder: '#f0d5a0',
  colorErrorBg: '#fdf0ee',
  colorErrorBorder: '#f2c4be',
  colorInfoBg: '#e9f4f5',
  colorInfoBorder: '#bcdfe2',
};
