import { useNavigate, useParams } from 'react-router';
import { LinkButton } from '../../../components/link-button.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { useAnswerAnew, useDraft } from '../api/drafts.js';
import { useEventTemplates } from '../api/new-types.js';
import { NewTypeForm } from './new-type-form.js';
import './new-type.css';
import { newTypeWords } from './words.js';

/** The answers that a new event type was made from, to be given otherwise. */
export function AnswersPage() {
  const { id = '' } = useParams();
  const words = useWords(newTypeWords);
  const toast = useToast();
  const navigate = useNavigate();
  const draft = useDraft(id);
  const templates = useEventTemplates();
  const answerAnew = useAnswerAnew(id);
  return (
    <Page
      title={words.changeAnswers}
      lead={words.changeAnswersLead}
      actions={<LinkButton to={`/studio/${id}`}>{words.backToDraft}</LinkButton>}
    >
      <QueryState query={draft}>
        {({ madeFrom }) =>
          madeFrom && (
            <QueryState query={templates}>
              {(data) => (
                <NewTypeForm
                  templates={data}
                  given={{ template: madeFrom.template, ...madeFrom.answers }}
                  sendLabel={words.writeAnew}
                  error={answerAnew.error}
                  isPending={answerAnew.isPending}
                  onSend={async ({ template: _, ...answers }) => {
                    const { written, kept } = await answerAnew.mutateAsync(answers);
                    if (kept.length > 0) toast.warning(words.filesKept(kept.join(', ')));
                    else toast.success(words.filesWritten(written.join(', ')));
                    void navigate(`/studio/${id}`);
                  }}
                />
              )}
            </QueryState>
          )
        }
      </QueryState>
    </Page>
  );
}
