import { Alert, Button } from 'antd';
import { useNavigate } from 'react-router';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useEventTemplates } from '../api/new-types.js';
import { NewTypeForm } from './new-type-form.js';
import './new-type.css';
import { newTypeWords } from './words.js';

/** An analyst makes a new event type from a template. */
export function NewTypePage() {
  const words = useWords(newTypeWords);
  const templates = useEventTemplates();
  const navigate = useNavigate();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={<Button onClick={() => void navigate('/studio')}>{words.back}</Button>}
    >
      <QueryState query={templates}>
        {(data) => (
          <>
            <Alert type="info" showIcon title={words.notDeployed} description={words.notDeployedWhy} />
            <NewTypeForm templates={data} />
          </>
        )}
      </QueryState>
    </Page>
  );
}
