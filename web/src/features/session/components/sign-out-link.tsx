import { LogoutOutlined } from '@ant-design/icons';
import type { MouseEventHandler } from 'react';
import { useWords } from '../../../i18n/language.js';
import { sessionWords } from '../words.js';

export function SignOutLink({ onClick }: { onClick?: MouseEventHandler }) {
  const words = useWords(sessionWords);
  return (
    <a
      className="shell-head-button"
      href="/auth/logout"
      aria-label={words.signOut}
      title={words.signOut}
      onClick={onClick}
    >
      <LogoutOutlined aria-hidden />
    </a>
  );
}
