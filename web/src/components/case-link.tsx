import { Typography } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../i18n/language.js';
import { commonWords } from './words.js';

interface CaseLinkProps {
  reportId: string;
  ticket: string;
  /** False where it counts here but is another area's case: the ticket, and why it leads nowhere. */
  mayOpen: boolean;
}

export function CaseLink({ reportId, ticket, mayOpen }: CaseLinkProps) {
  const words = useWords(commonWords);
  if (mayOpen) {
    return (
      <Link to={`/cases/${reportId}`} className="ticket">
        {ticket}
      </Link>
    );
  }
  return (
    <>
      <span className="ticket">{ticket}</span>
      <br />
      <Typography.Text type="secondary">{words.openedElsewhere}</Typography.Text>
    </>
  );
}
