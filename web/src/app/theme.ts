import type { ThemeConfig } from 'antd';

/** One calm look: deep teal on a cool light ground, system fonts, square-ish corners. */
export const palette = {
  primary: '#0b5c66',
  primaryDark: '#083f47',
  ground: '#f3f6f7',
  line: '#dfe6e8',
  ink: '#15292d',
  inkSoft: '#51666b',
  accent: '#f2b84b',
} as const;

const systemFonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.primary,
    colorInfo: palette.primary,
    colorLink: '#0a6672',
    colorSuccess: '#2b7a3d',
    colorWarning: '#b86a00',
    colorError: '#b42318',
    // antd derives greyish grounds from dark seeds.
    colorSuccessBg: '#e9f6ec',
    colorSuccessBorder: '#bfe0c8',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#f0d5a0',
    colorErrorBg: '#fdf0ee',
    colorErrorBorder: '#f2c4be',
    colorInfoBg: '#e9f4f5',
    colorInfoBorder: '#bcdfe2',
    colorTextBase: palette.ink,
    colorBgLayout: palette.ground,
    colorBorderSecondary: palette.line,
    // antd's paler defaults fall below WCAG AA on white.
    colorTextPlaceholder: '#66797e',
    colorTextDescription: palette.inkSoft,
    colorTextTertiary: palette.inkSoft,
    borderRadius: 6,
    fontFamily: systemFonts,
    fontSize: 14,
  },
  components: {
    Layout: {
      headerBg: palette.primaryDark,
      headerHeight: 56,
      headerPadding: '0 20px',
      siderBg: '#ffffff',
      bodyBg: palette.ground,
    },
    Menu: { itemBorderRadius: 6, itemSelectedBg: '#e1f0f1', itemSelectedColor: palette.primary },
    Table: { headerBg: '#eef3f4', cellPaddingBlockSM: 8 },
    Card: { headerFontSize: 15 },
  },
};
