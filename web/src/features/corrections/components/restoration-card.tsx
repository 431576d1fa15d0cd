import { codeName } from '@lampid/domain/codes';
import { Card, Flex, Table, type TableProps, Typography } from 'antd';
import { Link } from 'react-router';
import { LabelTag } from '../../../components/label-tag.js';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useRestoration, type TakenBackPerson } from '../api/restoration.js';
import { familyCorrection, placeOf, type Place } from '../family-correction.js';
import { correctionWords } from '../words.js';
import { BeginReport } from './begin-report.js';

/** Before and now of everybody whom a reversal touched, and the way to put right what it could not. */
export function RestorationCard({ reportId, areaCode }: { reportId: string; areaCode: string }) {
  const words = useWords(correctionWords);
  const restoration = useRestoration(reportId);
  return (
    <Card size="small" title={words.restoration}>
      <QueryState query={restoration}>
        {(people) =>
          people.length === 0 ? (
            words.nobody
          ) : (
            <Flex vertical gap={12}>
              <Typography.Text type="secondary">{words.restorationHelp}</Typography.Text>
              <PeopleTable people={people} />
              <BeginReport
                type="correction"
                label={words.correctFamily}
                initial={familyCorrection(people, areaCode)}
              />
            </Flex>
          )
        }
      </QueryState>
    </Card>
  );
}

const TONES = { restored: 'good', elsewhere: 'wait', 'without-card': 'bad', gone: 'neutral' } as const;

function PeopleTable({ people }: { people: TakenBackPerson[] }) {
  const words = useWords(correctionWords);
  const labels: Record<Place, string> = {
    restored: words.restored,
    elsewhere: words.elsewhere,
    'without-card': words.withoutCard,
    gone: words.gone,
  };
  const at = (number: string | null, relation: number | null) =>
    number === null ? words.noCard : `${number} · ${relation ? codeName('shdk', relation) : ''}`;
  const columns: TableProps<TakenBackPerson>['columns'] = [
    {
      title: words.name,
      render: (_, person) => <Link to={`/residents/${person.residentId}`}>{person.name}</Link>,
    },
    { title: words.before, render: (_, person) => at(person.formerCardNumber, person.formerRelation) },
    {
      title: words.now,
      render: (_, person) => (
        <>
          {at(person.cardNumber, person.relation)}{' '}
          <LabelTag tone={TONES[placeOf(person)]}>{labels[placeOf(person)]}</LabelTag>
        </>
      ),
    },
  ];
  return (
    <Table<TakenBackPerson>
      rowKey="residentId"
      size="small"
      columns={columns}
      dataSource={people}
      pagination={false}
    />
  );
}
