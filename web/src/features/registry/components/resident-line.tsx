import { Link } from 'react-router';
import { useWords } from '../../../i18n/language.js';
import { useResident } from '../api/residents.js';
import { registryWords } from '../words.js';
import { LoadingLines } from '../../../components/loading-lines.js';

/** A resident in one or two lines, leading to their page and to their family card. */
export function ResidentLine({ residentId }: { residentId: string }) {
  const words = useWords(registryWords);
  const resident = useResident(residentId);
  if (resident.isPending) return <LoadingLines lines={1} />;
  if (!resident.data) return <Link to={`/residents/${residentId}`}>{words.open}</Link>;
  const { name, nik, familyCardId, familyCardNumber } = resident.data;
  return (
    <div>
      <Link to={`/residents/${residentId}`}>{name}</Link>
      <div className="soft">
        {words.nik} <span className="number">{nik}</span>
      </div>
      {familyCardId && (
        <Link to={`/family-cards/${familyCardId}`}>{words.cardNumber(familyCardNumber ?? '')}</Link>
      )}
    </div>
  );
}
