import { Alert } from 'antd';
import { useNavigate } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useEventTemplates, useMakeNewType } from '../api/new-types.js';
import { NewTypeForm } from './new-type-form.js';
import './new-type.css';
import { newTypeWords } from './words.js';

/** An analyst makes a new event type from a template. */
export function NewTypePage() {
  const words = useWords(newTypeWords);
  const templates = useEventTemplates();
  const navigate = useNavigate();
  const make = useMakeNewType();
  return (
    <Page title={words.title} lead={words.lead} actions={<LinkButton to="/studio">{words.back}</LinkButton>}>
      <QueryState query={templates}>
        {(data) => (
          <>
            <Alert type="info" showIcon title={words.notDeployed} description={words.notDeployedWhy} />
            <NewTypeForm
              templates={data}
              sendLabel={words.make}
              error={make.error}
              isPending={make.isPending}
              onSend={async (answers) => {
                const { id } = await make.mutateAsync(answers);
                void navigate(`/studio/${id}`);
              }}
            />
          </>
        )}
      </QueryState>
    </Page>
  );
}
