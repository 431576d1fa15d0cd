import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { todayInJakarta } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { useDeputies, useEnterAbsence, type Deputy } from '../api/absences.js';
import { absenceWords } from '../words.js';

/** As papers of the office write a day; typed as well as chosen. */
const DAY = 'DD-MM-YYYY';

interface Filled {
  from: Dayjs;
  until: Dayjs;
  deputy?: string;
  reason?: string;
}

export function AbsenceForm({ username }: { username: string }) {
  const words = useWords(absenceWords);
  const toast = useToast();
  const [form] = Form.useForm<Filled>();
  const deputies = useDeputies(username);
  const enter = useEnterAbsence();
  const today = todayInJakarta();
  const required = [{ required: true, message: words.required }];
  const nobody = deputies.data?.items.length === 0;
  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ from: dayjs(today) }}
      onFinish={({ from, until, deputy, reason }) =>
        enter.mutate(
          {
            username,
            from: from.format('YYYY-MM-DD'),
            until: until.format('YYYY-MM-DD'),
            deputy: deputy ?? null,
            reason: reason?.trim() || null,
          },
          {
            onSuccess: () => {
              toast.success(words.entered);
              form.resetFields();
            },
          },
        )
      }
    >
      <div className="absence-days">
        <Form.Item name="from" label={words.from} rules={required}>
          <DatePicker format={DAY} allowClear={false} className="absence-day" />
        </Form.Item>
        <Form.Item name="until" label={words.until} rules={required}>
          <DatePicker format={DAY} allowClear={false} className="absence-day" />
        </Form.Item>
      </div>
      <Form.Item name="deputy" label={words.deputy} extra={nobody ? words.noDeputies : words.deputyHelp}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          disabled={nobody}
          loading={deputies.isPending}
          options={(deputies.data?.items ?? []).map((deputy) => ({
            value: deputy.username,
            label: labelOf(deputy),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} extra={words.reasonHelp}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {deputies.error && <ProblemAlert error={deputies.error} onRetry={() => void deputies.refetch()} />}
      {enter.error && <ProblemAlert error={enter.error} />}
      <Button type="primary" htmlType="submit" loading={enter.isPending}>
        {words.enter}
      </Button>
    </Form>
  );
}

/** `Euis Komalasari (supervisor2.coblong), Coblong` */
function labelOf({ name, username, areaName, areaCode }: Deputy): string {
  return `${name} (${username}), ${areaName ?? areaCode}`;
}
