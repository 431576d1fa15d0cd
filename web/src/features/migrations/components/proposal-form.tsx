import { useNavigate } from 'react-router';
import { useWords } from '../../../i18n/language.js';
import { usePropose, type Wish } from '../api/migrations.js';
import { migrationWords } from '../words.js';
import { ReasonForm } from './reason-form.js';

/** The dry run has to be of just this wish. */
export function ProposalForm({ wish, disabled }: { wish: Wish; disabled: boolean }) {
  const words = useWords(migrationWords);
  const navigate = useNavigate();
  const propose = usePropose();
  return (
    <section aria-labelledby="migration-proposal">
      <h3 id="migration-proposal">{words.propose}</h3>
      <p className="soft">{words.proposeHelp}</p>
      <ReasonForm
        sending={propose}
        disabled={disabled}
        onSend={(reason) =>
          propose.mutate({ ...wish, reason }, { onSuccess: ({ id }) => void navigate(`/migrations/${id}`) })
        }
      />
    </section>
  );
}
