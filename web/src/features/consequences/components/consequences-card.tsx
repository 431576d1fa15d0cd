import { codeName } from '@lampid/domain/codes';
import { Alert, Card } from 'antd';
import { Link } from 'react-router';
import { LabelTag, type Tone } from '../../../components/label-tag.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import {
  useConsequences,
  type AddressView,
  type Consequences,
  type FamilyChange,
  type MemberChange,
  type MemberView,
} from '../api/consequences.js';
import { spokenElement } from '../spoken-element.js';
import { consequenceWords, elementWords, postingWords, statusWords } from '../words.js';
import './consequences-card.css';

/** Before and after, as the register is now: what somebody decides on. Nothing where nothing is planned. */
export function ConsequencesCard({ reportId }: { reportId: string }) {
  const words = useWords(consequenceWords);
  const consequences = useConsequences(reportId);
  if (consequences.data && isNothing(consequences.data)) return null;
  return (
    <Card size="small" title={words.title}>
      <QueryState query={consequences}>{(found) => <Planned consequences={found} />}</QueryState>
    </Card>
  );
}

const isNothing = ({ fingerprint, conflict }: Consequences) =>
  fingerprint === null && (conflict === null || conflict.code === 'NO_EVENT');

/** Of a letter, for instance, which the register is only read for. */
const changesNothing = ({ families, people, deeds, moveLetters, postings, revokes }: Consequences) =>
  revokes === null &&
  [families, people, deeds, moveLetters, postings].every((changes) => changes.length === 0);

function Planned({ consequences }: { consequences: Consequences }) {
  const words = useWords(consequenceWords);
  const text = useText();
  const { conflict, families, revokes } = consequences;
  if (conflict) {
    return <Alert type="warning" showIcon title={text(conflict.message)} description={words.cannot} />;
  }
  if (changesNothing(consequences)) return <p className="consequence-quiet">{words.noChange}</p>;
  return (
    <div className="consequences">
      {revokes && (
        <p>
          {words.revokes} <Link to={`/cases/${revokes}`}>{words.openCase}</Link>
        </p>
      )}
      {families.map((family, index) => (
        <Family key={family.number ?? index} family={family} />
      ))}
      <AlsoMade consequences={consequences} />
    </div>
  );
}

const FATES: Record<FamilyChange['fate'], Tone> = { kept: 'neutral', opened: 'good', closed: 'bad' };

function Family({ family }: { family: FamilyChange }) {
  const words = useWords(consequenceWords);
  const { number, fate, addressBefore, addressAfter, before, after, changes } = family;
  const moves = addressBefore && addressAfter && placeOf(addressBefore) !== placeOf(addressAfter);
  return (
    <section className="family-change">
      <h3>
        {number ? words.card(number) : words.newCard} <LabelTag tone={FATES[fate]}>{words[fate]}</LabelTag>
      </h3>
      <div className="family-change-sides">
        <Side
          title={words.before}
          members={before}
          marks={onlyOf(changes, ['leaves'])}
          empty={words.nobody}
          address={moves || fate === 'closed' ? addressBefore : null}
        />
        <Side
          title={words.after}
          members={after}
          marks={onlyOf(changes, ['joins', 'relation', 'data'])}
          empty={words.noMember}
          address={moves || fate === 'opened' ? addressAfter : null}
        />
      </div>
    </section>
  );
}

const MARKS: Record<MemberChange, { tone: Tone; sign: string }> = {
  joins: { tone: 'good', sign: '+' },
  leaves: { tone: 'bad', sign: '−' },
  relation: { tone: 'wait', sign: '≠' },
  data: { tone: 'wait', sign: '≠' },
};

interface SideProps {
  title: string;
  members: MemberView[];
  marks: Record<string, MemberChange>;
  empty: string;
  address: AddressView | null;
}

function Side({ title, members, marks, empty, address }: SideProps) {
  const words = useWords(consequenceWords);
  return (
    <div>
      <h4>{title}</h4>
      {members.length === 0 && <p className="consequence-quiet">{empty}</p>}
      <ul className="family-change-members">
        {members.map(({ resident, name, nik, relation, maritalStatus }) => {
          const mark = marks[resident];
          return (
            <li key={resident}>
              <div>
                {name}{' '}
                {mark && (
                  <LabelTag tone={MARKS[mark].tone}>
                    {MARKS[mark].sign} {words[mark]}
                  </LabelTag>
                )}
              </div>
              <div className="consequence-quiet">
                {codeName('shdk', relation)} · {codeName('statusKawin', maritalStatus)} ·{' '}
                {nik ?? words.newNik}
              </div>
            </li>
          );
        })}
      </ul>
      {address && (
        <p className="consequence-quiet">
          {words.address}: {placeOf(address)}
        </p>
      )}
    </div>
  );
}

function AlsoMade({ consequences }: { consequences: Consequences }) {
  const words = useWords(consequenceWords);
  const elements = useWords(elementWords) as Record<string, string>;
  const statuses = useWords(statusWords) as Record<string, string>;
  const kinds = useWords(postingWords) as Record<string, string>;
  const { people, deeds, moveLetters, postings } = consequences;
  const value = (element: string, of: string | number | null) =>
    element === 'status' ? (statuses[String(of)] ?? String(of)) : spokenElement(element, of);
  const lines = [
    ...people.flatMap(({ name, elements: changed }) =>
      changed
        .filter(({ element }) => element !== 'mergedInto')
        .map(
          ({ element, before, after }) =>
            `${words.element(name, elements[element] ?? element)} ${value(element, before)} → ${value(element, after)}`,
        ),
    ),
    ...deeds.map(
      ({ kind, code }) => `${kind === 'birth' || kind === 'death' ? words[kind] : kind} (${code})`,
    ),
    ...moveLetters.map(({ destination, people: count }) => words.letter(count, placeOf(destination))),
    ...postings.map(({ kind, unit, amount, areaName, areaCode }) => {
      const signed = `${amount > 0 ? '+' : '−'}${Math.abs(amount)}`;
      const counted = unit === 'person' ? words.people(signed) : words.families(signed);
      return words.posting(`${kinds[kind] ?? kind} ${counted}`, areaName ?? areaCode);
    }),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="family-change">
      <h3>{words.alsoMade}</h3>
      <ul className="consequence-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function placeOf({ street, rt, rw, areaName, areaCode }: AddressView): string {
  return `${street}, RT ${rt} RW ${rw}, ${areaName ?? areaCode}`;
}

function onlyOf(changes: Record<string, MemberChange>, kinds: MemberChange[]): Record<string, MemberChange> {
  return Object.fromEntries(Object.entries(changes).filter(([, change]) => kinds.includes(change)));
}
