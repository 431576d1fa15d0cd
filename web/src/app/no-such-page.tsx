import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { commonWords } from '../components/words.js';
import { useWords } from '../i18n/language.js';

export function NoSuchPage() {
  const words = useWords(commonWords);
  return (
    <Result
      status="404"
      title={words.pageUnknown}
      extra={
        <Link to="/">
          <Button type="primary">{words.home}</Button>
        </Link>
      }
    />
  );
}
