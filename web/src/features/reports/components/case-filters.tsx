import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { SearchBox } from '../../../components/search-box.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { AreaChoice } from '../../recap/components/area-choice.js';
import type { ReportFilter } from '../api/reports.js';
import { reportWords } from '../words.js';
import type { FilterChange } from './reports-page.js';

interface CaseFiltersProps {
  filter: ReportFilter;
  set(change: FilterChange): void;
}

/** Where, when, and by whom: for those who look for one case among everybody's. */
export default function CaseFilters({ filter, set }: CaseFiltersProps) {
  const words = useWords(reportWords);
  const { language } = useLanguage();
  const { role, areaCode } = useOfficer();
  const day = (date: string | undefined) => (date === undefined ? null : dayjs(date).locale(language));
  return (
    <>
      <DatePicker.RangePicker
        aria-label={words.period}
        placeholder={[words.periodFrom, words.periodUntil]}
        format="D MMM YYYY"
        value={[day(filter.from), day(filter.until)]}
        onChange={(dates) =>
          set({ from: dates?.[0]?.format('YYYY-MM-DD'), until: dates?.[1]?.format('YYYY-MM-DD') })
        }
      />
      <AreaChoice
        own={areaCode}
        value={filter.area ?? areaCode}
        onChange={(area) => set({ area: area === areaCode ? undefined : area })}
      />
      {(role === 'auditor' || role === 'admin') && (
        <SearchBox
          key={filter.actor ?? ''}
          label={words.actor}
          initial={filter.actor ?? ''}
          onSearch={(actor) => set({ actor })}
        />
      )}
    </>
  );
}
