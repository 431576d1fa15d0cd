import { Select } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useAreasBelow, type Area } from '../../areas/api/find-areas.js';
import { seatOf, seatsOf } from '../seats.js';
import { recapWords } from '../words.js';

interface AreaChoiceProps {
  /** The officer's own area: nothing above it can be chosen. */
  own: string;
  value: string;
  /** For a deputy also the absent officer's, chosen first. */
  withAbsent?: boolean;
  onChange(code: string): void;
}

const levelOf = (code: string) => code.split('.').length;
const CITY = 2;
const DISTRICT = 3;

/** Kecamatan and kelurahan inside the officer's area, or, for a deputy, inside that of an absent officer. */
export function AreaChoice({ own, value, withAbsent = false, onChange }: AreaChoiceProps) {
  const words = useWords(recapWords);
  const officer = useOfficer();
  const seats = seatsOf(withAbsent ? officer : { areaCode: own, areaName: null });
  const top = seatOf(seats, value).code;
  const parts = value.split('.');
  const district = parts.length >= DISTRICT ? parts.slice(0, DISTRICT).join('.') : null;
  return (
    <>
      {seats.length > 1 && (
        <Select
          aria-label={words.whoseArea}
          value={top}
          onChange={onChange}
          style={{ width: 260 }}
          options={seats.map(({ code, name, absent }) => ({
            value: code,
            label: absent === null ? words.ownArea(name) : words.areaOf(name, absent),
          }))}
        />
      )}
      {levelOf(top) === CITY && (
        <BelowChoice
          parent={top}
          label={words.district}
          all={words.wholeCity}
          value={district ?? top}
          onChange={onChange}
        />
      )}
      {levelOf(top) <= DISTRICT && district && (
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
