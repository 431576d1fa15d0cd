import { Button, Modal } from 'antd';
import { formatDate, todayInJakarta } from '../../../components/format.js';
import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { QueryState } from '../../../components/query-state.js';
import { useToast } from '../../../components/toast.js';
import { useRefusal } from '../../../components/use-refusal.js';
import { commonWords } from '../../../components/words.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useAbsences, useEndAbsence, type Absence } from '../api/absences.js';
import { stateOf, type AbsenceState } from '../state-of.js';
import { absenceWords } from '../words.js';

const TONES = {
  coming: 'info',
  running: 'work',
  over: 'neutral',
  ended: 'neutral',
} as const satisfies Record<AbsenceState, Tone>;

export function AbsenceList({ username }: { username: string }) {
  const words = useWords(absenceWords);
  const common = useWords(commonWords);
  const absences = useAbsences(username);
  return (
    <section className="absence-list" aria-label={words.list}>
      <h2>{words.list}</h2>
      <QueryState
        query={absences}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<NothingHere>{words.none}</NothingHere>}
      >
        {({ pages }) => (
          <>
            <ul>
              {pages
                .flatMap(({ items }) => items)
                .map((absence) => (
                  <Item key={absence.id} absence={absence} isTheirs={absence.username === username} />
                ))}
            </ul>
            {absences.hasNextPage && (
              <Button loading={absences.isFetchingNextPage} onClick={() => void absences.fetchNextPage()}>
                {common.loadMore}
              </Button>
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}

function Item({ absence, isTheirs }: { absence: Absence; isTheirs: boolean }) {
  const words = useWords(absenceWords);
  const { language } = useLanguage();
  const { from, until, name, deputyName, reason } = absence;
  const state = stateOf(absence, todayInJakarta());
  const period = words.period(formatDate(from, language), formatDate(until, language));
  return (
    <li className="absence-item">
      <div>
        <strong>{period}</strong> <LabelTag tone={TONES[state]}>{words[state]}</LabelTag>
        <p>
          {!isTheirs && words.standsInFor(name)}
          {isTheirs && (deputyName === null ? words.withoutDeputy : words.withDeputy(deputyName))}
        </p>
        {reason && <p className="soft">{reason}</p>}
      </div>
      {isTheirs && (state === 'coming' || state === 'running') && (
        <EndAbsence id={absence.id} period={period} />
      )}
    </li>
  );
}

function EndAbsence({ id, period }: { id: string; period: string }) {
  const words = useWords(absenceWords);
  const refusal = useRefusal();
  const toast = useToast();
  const end = useEndAbsence();
  const [modal, dialogs] = Modal.useModal();
  const endIt = () =>
    end.mutateAsync(id).then(
      () => toast.success(words.endDone),
      (error: unknown) => toast.warning(refusal(error)),
    );
  return (
    <>
      {dialogs}
      <Button
        size="small"
        aria-label={words.endNamed(period)}
        loading={end.isPending}
        onClick={() =>
          void modal.confirm({
            ...{ title: words.endConfirm, content: words.endNote, okText: words.end, onOk: endIt },
          })
        }
      >
        {words.end}
      </Button>
    </>
  );
}
