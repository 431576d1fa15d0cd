import { AbsenceForm } from './absence-form.js';
import { AbsenceList } from './absence-list.js';
import './absence-desk.css';

/** The absences of one officer: what is entered, and a form for the next. */
export function AbsenceDesk({ username }: { username: string }) {
  return (
    <div className="absence-desk">
      <AbsenceForm username={username} />
      <AbsenceList username={username} />
    </div>
  );
}
