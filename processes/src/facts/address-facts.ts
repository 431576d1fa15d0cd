/** Comparing addresses as people write them. */
import type { Address } from '@lampid/domain/registry/snapshot';

type Comparable = Pick<Address, 'areaCode' | 'street' | 'rt' | 'rw'>;

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** `001` and `1` are one RT. */
const unit = (number: string) => number.replace(/^0+/, '').trim();

export function sameAddress(a: Comparable, b: Comparable): boolean {
  return (
    a.areaCode === b.areaCode &&
    unit(a.rt) === unit(b.rt) &&
    unit(a.rw) === unit(b.rw) &&
    folded(a.street) === folded(b.street)
  );
}
