import { Button } from 'antd';
import { Link, Navigate, useSearchParams } from 'react-router';
import { withQuery } from '../../../api/http.js';
import { groupBy } from '../../../collections/group-by.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { LanguageSwitch } from '../../../layout/language-switch.js';
import { ProductMark } from '../../../layout/product-mark.js';
import { useDemoAccounts, type DemoAccount } from '../api/demo-accounts.js';
import { useSession } from '../api/session.js';
import { trackingWords } from '../../tracking/words.js';
import { roleNames, roleOrder, roleTasks } from '../roles.js';
import { sessionWords } from '../words.js';
import './sign-in-page.css';

/** Only paths of this site are led back to. */
function localPath(value: string | null): string {
  return value && /^\/(?![/\\])/.test(value) ? value : '/';
}

export function SignInPage() {
  const words = useWords(sessionWords);
  const tracking = useWords(trackingWords);
  const [search] = useSearchParams();
  const returnTo = localPath(search.get('returnTo'));
  const session = useSession();
  const accounts = useDemoAccounts();
  if (session.data) return <Navigate to={returnTo} replace />;
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <ProductMark />
        <LanguageSwitch />
      </header>
      <main className="sign-in-main">
        <h1 className="sign-in-title">{words.product}</h1>
        <p>
          <Link to="/track">{tracking.link}</Link>
        </p>
        <QueryState query={accounts}>
          {({ items }) =>
            items.length > 0 ? (
              <DemoCards accounts={items} returnTo={returnTo} />
            ) : (
              <Button type="primary" size="large" href={withQuery('/auth/login', { returnTo })}>
                {words.signIn}
              </Button>
            )
          }
        </QueryState>
      </main>
    </div>
  );
}

/** By role, in the order in which a report meets them. */
function DemoCards({ accounts, returnTo }: { accounts: DemoAccount[]; returnTo: string }) {
  const words = useWords(sessionWords);
  const text = useText();
  const byRole = groupBy(accounts, (account) => account.role);
  return (
    <section aria-label={words.chooseAccount}>
      <div className="sign-in-lead">
        <h2 className="sign-in-choose">{words.chooseAccount}</h2>
        <p className="soft">{words.demoNote}</p>
      </div>
      {roleOrder.map((role) => {
        const officers = byRole.get(role) ?? [];
        if (officers.length === 0) return null;
        return (
          <section key={role} className="account-group">
            <div className="account-role">
              <h3>{text(roleNames[role])}</h3>
              <p>{text(roleTasks[role])}</p>
            </div>
            <ul className="account-cards">
              {officers.map((account) => (
                <AccountCard key={account.username} account={account} returnTo={returnTo} />
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}

function AccountCard({ account, returnTo }: { account: DemoAccount; returnTo: string }) {
  const { username, name, areaName } = account;
  return (
    <li>
      <a className="account-card" href={withQuery('/auth/login', { as: username, returnTo })}>
        <span className="account-name">{name}</span> <span className="account-area">{areaName}</span>{' '}
        <code className="account-username">{username}</code>
      </a>
    </li>
  );
}
