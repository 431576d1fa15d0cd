import { codeName } from '@lampid/domain/codes';
import { Card, Table } from 'antd';
import { formatDate } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { BeginReport } from '../../corrections/components/begin-report.js';
import { useFamily, type Family, type FamilyMember } from '../api/family.js';
import { begunReports } from '../begun-reports.js';
import { familyWords } from '../words.js';

/** A citizen's own family card, and the reports that begin from it. */
export function FamilyPage() {
  const words = useWords(familyWords);
  const family = useFamily();
  return (
    <Page title={words.title} lead={words.lead} actions={family.data && <Reports family={family.data} />}>
      <QueryState query={family}>{(found) => <Members family={found} />}</QueryState>
    </Page>
  );
}

function Reports({ family }: { family: Family }) {
  const words = useWords(familyWords);
  const begun = begunReports(family);
  return (['birth', 'death', 'move'] as const).map((type) => (
    <BeginReport key={type} type={type} label={words[type]} initial={begun[type]} />
  ));
}

function Members({ family }: { family: Family }) {
  const words = useWords(familyWords);
  const { language } = useLanguage();
  const { street, rt, rw } = family.address;
  return (
    <Card size="small" title={words.card(family.number)}>
      <p>
        {street}, RT {rt} / RW {rw}
      </p>
      <Table<FamilyMember>
        size="small"
        rowKey="nik"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={family.members}
        columns={[
          {
            title: words.name,
            render: (_, { name, self }) => (
              <>
                {name} {self && <LabelTag tone="info">{words.you}</LabelTag>}
              </>
            ),
          },
          { title: words.nik, dataIndex: 'nik', className: 'number' },
          { title: words.relation, render: (_, { relation }) => codeName('shdk', relation) },
          { title: words.birthDate, render: (_, { birthDate }) => formatDate(birthDate, language) },
        ]}
      />
    </Card>
  );
}
