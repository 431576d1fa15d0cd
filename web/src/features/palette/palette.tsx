import { useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Session } from '../../api/wire.js';
import { withQuery } from '../../api/http.js';
import { Dialog } from '../../components/dialog.js';
import { useText, useWords } from '../../i18n/language.js';
import { menuFor } from '../../layout/menu.js';
import { layoutWords } from '../../layout/words.js';
import { useEventTypes } from '../event-types/api/event-types.js';
import { isNumber } from '../../components/identity-number.js';
import { matching, type Command } from './commands.js';
import { paletteWords } from './words.js';
import './palette.css';

interface PaletteProps {
  session: Session;
  onClose(): void;
}

/** Every page of the role by a few letters, and a search of cases by whatever else is typed. */
export default function Palette({ session, onClose }: PaletteProps) {
  const words = useWords(paletteWords);
  const layout = useWords(layoutWords);
  const text = useText();
  const navigate = useNavigate();
  const eventTypes = useEventTypes();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useMemo(
    () =>
      menuFor(session.role, eventTypes.data ?? []).flatMap(({ room, path, events }): Command[] =>
        room === 'newReport'
          ? events.map(({ id, names }) => ({
              id: `new ${id}`,
              label: `${layout.newReport}: ${text(names)}`,
              path: `${path}/${id}`,
            }))
          : [{ id: room, label: layout[room], path }],
      ),
    [session.role, eventTypes.data, layout, text],
  );
  const wanted = typed.trim();
  const leadsTo = (path: string) => commands.some((command) => command.path === path);
  const searches: [path: string, label: string][] = [
    ['/tasks', words.searchTasks(wanted)],
    ['/reports', words.searchCases(wanted)],
  ];
  const shown = [
    ...matching(commands, typed),
    // A person's number must stand in no address.
    ...(wanted.length > 1 && !isNumber(wanted)
      ? searches
          .filter(([path]) => leadsTo(path))
          .map(([path, label]) => ({ id: `search ${path}`, label, path: withQuery(path, { q: wanted }) }))
      : []),
  ];
  const chosen = Math.min(at, shown.length - 1);
  const go = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    void navigate(command.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.min(Math.max(chosen + step, 0), shown.length - 1));
    else if (event.key === 'Enter') go(shown[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown[chosen] && `palette-${chosen}`}
        aria-label={words.hint}
        placeholder={words.hint}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label={words.title} className="palette-list">
        {shown.map((command, index) => (
          <li
            key={command.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onMouseMove={() => setAt(index)}
            onClick={() => go(command)}
          >
            {command.label}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p className="soft" role="status">
          {isNumber(wanted) ? words.numbersElsewhere : words.nothing}
        </p>
      )}
    </Dialog>
  );
}
