import { PlayCircleOutlined } from '@ant-design/icons';
import { Button, DatePicker, Flex } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { todayInJakarta } from '../../../components/format.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import type { Resource } from '../../models/api/resource.js';
import { useAskWhatIf, useWhatIfs } from '../api/what-if.js';
import { whatIfWords } from '../words.js';
import { WhatIfResult } from './what-if-result.js';
import './what-if.css';

interface WhatIfPanelProps {
  /** Definition id of the version that the files lie over. */
  base: string;
  /** The files that differ from it. */
  resources: Resource[];
}

/** Tries a candidate on the cases of a period. What was tried last on this version is found here again. */
export function WhatIfPanel({ base, resources }: WhatIfPanelProps) {
  const words = useWords(whatIfWords);
  const { language } = useLanguage();
  const ask = useAskWhatIf();
  const earlier = useWhatIfs();
  const [period, setPeriod] = useState<[Dayjs, Dayjs]>(lastMonth);
  const shown = ask.data?.id ?? earlier.data?.find((whatIf) => whatIf.base === base)?.id;
  const running = earlier.data?.some(({ state }) => state === 'running') ?? false;
  return (
    <div className="what-if">
      <Flex gap={8} wrap align="center" className="what-if-ask">
        <span>{words.ask}</span>
        <DatePicker.RangePicker
          aria-label={words.period}
          format="D MMM YYYY"
          allowClear={false}
          value={[period[0].locale(language), period[1].locale(language)]}
          disabledDate={(date) => date.format('YYYY-MM-DD') > todayInJakarta()}
          onChange={(dates) => dates?.[0] && dates[1] && setPeriod([dates[0], dates[1]])}
        />
        <Button
          type="primary"
          icon={<PlayCircleOutlined aria-hidden />}
          loading={ask.isPending}
          disabled={running}
          onClick={() =>
            ask.mutate({
              ...{ base, resources },
              from: period[0].format('YYYY-MM-DD'),
              until: period[1].format('YYYY-MM-DD'),
            })
          }
        >
          {words.start}
        </Button>
      </Flex>
      {ask.error && <ProblemAlert error={ask.error} />}
      {shown && <WhatIfResult key={shown} id={shown} />}
    </div>
  );
}

function lastMonth(): [Dayjs, Dayjs] {
  const today = dayjs(todayInJakarta());
  return [today.subtract(1, 'month'), today];
}
