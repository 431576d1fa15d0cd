import { Button, Form, Input, Typography } from 'antd';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useWords } from '../../../i18n/language.js';
import { LanguageSwitch } from '../../../layout/language-switch.js';
import { ProductMark } from '../../../layout/product-mark.js';
import { useTracking, type TrackingKey } from '../api/tracking.js';
import { trackingWords } from '../words.js';
import { TrackedView } from './tracked-view.js';
import './tracking-page.css';

/** For citizens, without a sign-in, on a telephone. The ticket may come with the address; the digits never do. */
export function TrackingPage() {
  const words = useWords(trackingWords);
  const [search] = useSearchParams();
  const tracking = useTracking();
  useEffect(() => {
    document.title = `${words.title} · e-LAMPID`;
  }, [words.title]);
  return (
    <div className="tracking">
      <header className="tracking-head">
        <ProductMark />
        <LanguageSwitch />
      </header>
      <main className="tracking-main">
        <Typography.Title level={1} className="tracking-title">
          {words.title}
        </Typography.Title>
        <Typography.Paragraph type="secondary">{words.lead}</Typography.Paragraph>
        <Form<TrackingKey>
          layout="vertical"
          requiredMark={false}
          initialValues={{ ticket: search.get('ticket') ?? '', digits: '' }}
          onFinish={({ ticket, digits }) => tracking.mutate({ ticket: ticket.trim(), digits })}
        >
          <Form.Item
            name="ticket"
            label={words.ticket}
            extra={words.ticketHelp}
            rules={[{ required: true, whitespace: true, message: words.ticketRequired }]}
          >
            <Input
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={60}
              placeholder="LMP-L-3273021004-20261127-0001"
            />
          </Form.Item>
          <Form.Item
            name="digits"
            label={words.digits}
            rules={[{ pattern: /^\d{4}$/, required: true, message: words.digitsRequired }]}
          >
            <Input className="tracking-digits" inputMode="numeric" autoComplete="off" maxLength={4} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={tracking.isPending}>
            {words.track}
          </Button>
        </Form>
        <section className="tracking-answer" aria-live="polite">
          {tracking.error && <ProblemAlert error={tracking.error} />}
          {tracking.data && <TrackedView found={tracking.data} by={tracking.variables} />}
        </section>
        <Link to="/sign-in">{words.signIn}</Link>
      </main>
    </div>
  );
}
