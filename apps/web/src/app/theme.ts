import type { ThemeConfig } from 'antd';

/** One restrained blue, neutral greys, no shadows: an official service. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e8c',
    colorInfo: '#1f4e8c',
    colorError: '#b3261e',
    colorLink: '#1f4e8c',
    // What antd derives is too pale to read.
    colorLinkHover: '#163a69',
    colorLinkActive: '#163a69',
    colorText: '#1f2329',
    colorTextSecondary: '#565c66',
    colorTextTertiary: '#565c66',
    colorTextDescription: '#565c66',
    colorTextPlaceholder: '#6b7280',
    colorBorder: '#b6bcc6',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    boxShadow: 'none',
    boxShadowTertiary: 'none',
  },
};
