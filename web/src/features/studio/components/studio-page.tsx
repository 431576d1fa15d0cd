import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { NothingHere } from '../../../components/nothing-here.js';
import { LinkButton } from '../../../components/link-button.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useModelName } from '../../models/use-model-name.js';
import { useDrafts, type ModelDraft } from '../api/drafts.js';
import { draftStateNames, draftStateTones, studioWords } from '../words.js';
import { useNames } from '../../officers/use-names.js';
import { BeginDraftDialog } from './begin-draft-dialog.js';

/** Every draft that somebody works on, and what became of the last ones. */
export function StudioPage() {
  const words = useWords(studioWords);
  const text = useText();
  const { language } = useLanguage();
  const officerName = useNames();
  const drafts = useDrafts();
  const isAnalyst = useOfficer().role === 'analyst';
  const [begins, setBegins] = useState(false);
  const nameOf = useModelName();
  const columns: TableProps<ModelDraft>['columns'] = [
    {
      title: words.draftTitle,
      render: (_, { id, title }) => <Link to={`/studio/${id}`}>{title}</Link>,
    },
    { title: words.process, render: (_, { processKey }) => nameOf(processKey) },
    {
      title: words.state,
      render: (_, { state }) => (
        <LabelTag tone={draftStateTones[state]}>{text(draftStateNames[state])}</LabelTag>
      ),
    },
    {
      title: words.base,
      responsive: ['md'],
      render: (_, { base, madeFrom }) =>
        base ? words.baseVersion(base.version ?? 0) : madeFrom ? words.newType : words.newProcess,
    },
    { title: words.by, responsive: ['sm'], render: (_, { editors }) => editors.map(officerName).join(', ') },
    {
      title: words.since,
      responsive: ['md'],
      render: (_, { decidedAt, proposedAt, createdAt }) =>
        formatInstant(decidedAt ?? proposedAt ?? createdAt, language),
    },
  ];
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        isAnalyst && (
          <>
            <LinkButton to="/studio/new">{words.newType}</LinkButton>
            <Button type="primary" onClick={() => setBegins(true)}>
              {words.begin}
            </Button>
          </>
        )
      }
    >
      <QueryState
        query={drafts}
        isEmpty={(items) => items.length === 0}
        empty={<NothingHere>{words.none}</NothingHere>}
      >
        {(items) => (
          <Table<ModelDraft>
            rowKey="id"
            size="small"
            columns={columns}
            dataSource={items}
            pagination={false}
            scroll={{ x: 'max-content' }}
          />
        )}
      </QueryState>
      {begins && <BeginDraftDialog onClose={() => setBegins(false)} />}
    </Page>
  );
}
