import { Alert } from 'antd';
import { Link } from 'react-router';
import type { Report, WaitingTask } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useNames } from '../../officers/use-names.js';
import { groupName } from '../../session/roles.js';
import { Due } from '../../tasks/components/due.js';
import { caseWords } from '../words.js';

/** Whom a case under way waits for, since when and until when, and what holds it: asked at every counter. */
export function WaitingBar({ report }: { report: Report }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const { role } = useOfficer();
  const [incident] = report.incidents;
  return (
    <>
      {report.cancelRequested && (
        <Alert
          type="warning"
          showIcon
          className="bar"
          title={words.cancelAsked}
          description={report.cancelReason}
        />
      )}
      {incident && (
        <Alert
          type="error"
          showIcon
          className="bar"
          title={words.incidentOpen}
          description={words.since(formatInstant(incident.openedAt, language))}
          action={role === 'admin' && <Link to="/incidents">{words.toIncidents}</Link>}
        />
      )}
      {report.waitingFor.map((task) => (
        <Alert key={task.taskId} type="info" showIcon className="bar" title={<Waiting task={task} />} />
      ))}
    </>
  );
}

function Waiting({ task }: { task: WaitingTask }) {
  const { names, groups, areaName, assignee, openedAt, dueAt } = task;
  const words = useWords(caseWords);
  const text = useText();
  const nameOf = useNames();
  const { language } = useLanguage();
  const who = groups.map((group) => text(groupName(group, areaName))).join(', ');
  return (
    <>
      {words.waitsAt(text(names), who)} ·{' '}
      {assignee === null ? words.notTaken : words.takenBy(nameOf(assignee))} ·{' '}
      {words.since(formatInstant(openedAt, language))} <Due at={dueAt} />
    </>
  );
}
