import { Tag } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { registryWords } from '../words.js';

const COLORS = { active: 'green', dead: 'default', 'moved-out': 'orange' } as const;

export function ResidentStatus({ status }: { status: keyof typeof COLORS }) {
  const words = useWords(registryWords);
  return <Tag color={COLORS[status]}>{words[status]}</Tag>;
}
