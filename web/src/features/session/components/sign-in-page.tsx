import { Button, Card, Flex, Typography } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { withQuery } from '../../../api/http.js';
import { QueryState } from '../../../components/query-state.js';
import { useText, useWords } from '../../../i18n/language.js';
import { LanguageSwitch } from '../../../layout/language-switch.js';
import { ProductMark } from '../../../layout/product-mark.js';
import { useDemoAccounts, type DemoAccount } from '../api/demo-accounts.js';
import { useSession } from '../api/session.js';
import { roleNames, roleOrder, roleTasks } from '../roles.js';
import { sessionWords } from '../words.js';
import './sign-in-page.css';

/** Only paths of this site are led back to. */
function localPath(value: string | null): string {
  return value && /^\/(?![/\\])/.test(value) ? value : '/';
}

export function SignInPage() {
  const words = useWords(sessionWords);
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
        <Typography.Title level={1} className="sign-in-title">
          {words.product}
        </Typography.Title>
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

function DemoCards({ accounts, returnTo }: { accounts: DemoAccount[]; returnTo: string }) {
  const words = useWords(sessionWords);
  const text = useText();
  const sorted = [...accounts].sort(
    (a, b) =>
      roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
      (a.areaName ?? '').localeCompare(b.areaName ?? '') ||
      a.username.localeCompare(b.username),
  );
  return (
    <section aria-label={words.chooseAccount}>
      <Flex vertical gap={4} className="sign-in-lead">
        <Typography.Title level={2} className="sign-in-choose">
          {words.chooseAccount}
        </Typography.Title>
        <Typography.Text type="secondary">{words.demoNote}</Typography.Text>
      </Flex>
      <ul className="account-cards">
        {sorted.map((account) => (
          <li key={account.username}>
            <a
              className="account-card"
              href={withQuery('/auth/login', { as: account.username, returnTo })}
              aria-label={`${words.signInAs(account.name)}, ${text(roleNames[account.role])}, ${account.username}`}
            >
              <Card size="small" hoverable>
                <div className="account-role">
                  {text(roleNames[account.role])}
                  {account.areaName && <span className="account-area">{account.areaName}</span>}
                </div>
                <div className="account-name">{account.name}</div>
                <div className="account-does">{text(roleTasks[account.role])}</div>
                <code className="account-username">{account.username}</code>
              </Card>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
