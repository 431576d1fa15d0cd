import { Select } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { useAreasBelow, type Area } from '../../areas/api/find-areas.js';
import { recapWords } from '../words.js';

interface AreaChoiceProps {
  /** The officer's own area: nothing above it can be chosen. */
  own: string;
  value: string;
  onChange(code: string): void;
}

const levelOf = (code: string) => code.split('.').length;
const CITY = 2;
const DISTRICT = 3;

/** Kecamatan and kelurahan inside the officer's area. */
export function AreaChoice({ own, value, onChange }: AreaChoiceProps) {
  const words = useWords(recapWords);
  const parts = value.split('.');
  const district = parts.length >= DISTRICT ? parts.slice(0, DISTRICT).join('.') : null;
  return (
    <>
      {levelOf(own) === CITY && (
        <BelowChoice
          parent={own}
          label={words.district}
          all={words.wholeCity}
          value={district ?? own}
          onChange={onChange}
        />
      )}
      {levelOf(own) <= DISTRICT && district && (
        <BelowChoice
          parent={district}
          label={words.village}
          all={words.wholeDistrict}
          value={value}
          onChange={onChange}
        />
      )}
    </>
  );
}

interface BelowChoiceProps {
  parent: string;
  label: string;
  all: string;
  value: string;
  onChange(code: string): void;
}

function BelowChoice({ parent, label, all, value, onChange }: BelowChoiceProps) {
  const areas = useAreasBelow(parent);
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      loading={areas.isPending}
      style={{ width: 220 }}
      options={[
        { value: parent, label: all },
        ...(areas.data ?? []).map(({ code, name }: Area) => ({ value: code, label: name })),
      ]}
    />
  );
}
