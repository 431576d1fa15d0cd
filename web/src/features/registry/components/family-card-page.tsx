import { codeName } from '@lampid/domain/codes';
import { Card, Table, type TableProps } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { Link, useParams } from 'react-router';
import { formatDate } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useFamilyCard, type FamilyCard, type FamilyCardMember } from '../api/family-card.js';
import { registryWords } from '../words.js';
import { ResidentStatus } from './resident-status.js';

export function FamilyCardPage() {
  const { id = '' } = useParams();
  const card = useFamilyCard(id);
  return <QueryState query={card}>{(found) => <FamilyCardView card={found} />}</QueryState>;
}

function FamilyCardView({ card }: { card: FamilyCard }) {
  const words = useWords(registryWords);
  const { address } = card;
  const place = [
    address.street,
    `RT ${address.rt} RW ${address.rw}`,
    address.areaName ?? address.areaCode,
    address.postalCode,
  ];
  return (
    <Page
      title={words.cardNumber(card.number)}
      lead={
        <>
          {place.filter(Boolean).join(', ')} {card.status === 'closed' && <LabelTag>{words.closed}</LabelTag>}
        </>
      }
    >
      <Card size="small" title={words.members}>
        <MemberTable members={card.members} former={false} />
      </Card>
      {card.formerMembers.length > 0 && (
        <Card size="small" title={words.formerMembers} className="next-card">
          <MemberTable members={card.formerMembers} former />
        </Card>
      )}
    </Page>
  );
}

function MemberTable({ members, former }: { members: FamilyCardMember[]; former: boolean }) {
  const words = useWords(registryWords);
  const { language } = useLanguage();
  const columns: TableProps<FamilyCardMember>['columns'] = [
    {
      title: words.name,
      render: (_, member) => <Link to={`/residents/${member.residentId}`}>{member.name}</Link>,
    },
    { title: words.nik, render: (_, member) => <span className="number">{member.nik}</span> },
    { title: words.relation, render: (_, member) => codeName('shdk', member.relation) },
    {
      title: words.sex,
      responsive: ['sm'],
      render: (_, member) => (member.sex === 1 ? words.male : words.female),
    },
    {
      title: words.birth,
      responsive: ['sm'],
      render: (_, member) => formatDate(member.birthDate, language),
    },
    {
      title: words.marital,
      responsive: ['md'],
      render: (_, member) => codeName('statusKawin', member.maritalStatus),
    },
    {
      title: former ? words.until : words.since,
      responsive: ['md'],
      render: (_, member) => formatDate(member.until ?? member.since, language),
    },
    {
      title: words.status,
      responsive: ['sm'],
      render: (_, member) => <ResidentStatus status={member.status} />,
    },
  ];
  return (
    <Table<FamilyCardMember>
      rowKey={(member) => `${member.residentId}-${member.since}`}
      size="small"
      columns={columns}
      dataSource={members}
      pagination={false}
    />
  );
}
