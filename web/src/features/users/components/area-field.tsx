import { Flex, Select } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { useAreasBelow } from '../../areas/api/find-areas.js';
import { upTo } from '../area-code.js';
import { userWords } from '../words.js';

interface AreaFieldProps {
  id?: string;
  value?: string;
  onChange?(code: string): void;
  /** Code of the city. */
  city: string;
  /** What the role works in. */
  level: 3 | 4;
}

/** A kecamatan of the city, or a kelurahan of it, by name. */
export function AreaField({ id, value = '', onChange, city, level }: AreaFieldProps) {
  const words = useWords(userWords);
  const district = upTo(value, 3);
  return (
    <Flex vertical gap={8}>
      <AreaSelect id={id} parent={city} label={words.district} value={district} onChange={onChange} />
      {level === 4 && district && (
        <AreaSelect parent={district} label={words.village} value={upTo(value, 4)} onChange={onChange} />
      )}
    </Flex>
  );
}

interface AreaSelectProps {
  id?: string | undefined;
  parent: string;
  label: string;
  value: string | null;
  onChange: ((code: string) => void) | undefined;
}

function AreaSelect({ id, parent, label, value, onChange }: AreaSelectProps) {
  const areas = useAreasBelow(parent);
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={label}
      showSearch={{ optionFilterProp: 'label' }}
      loading={areas.isPending}
      value={value}
      onChange={onChange}
      options={(areas.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
