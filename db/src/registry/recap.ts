/** The ledger of a month, summed for the A-9 recap; `@lampid/domain/ledger/a9` folds it into the report's rows. */
import type { Citizenship, Sex } from '@lampid/domain/registry/snapshot';
import type { PostingKind } from '@lampid/domain/registry/change';
import type { Tx } from '../data-source.js';
import { rows } from '../kernel/rows.js';

/** Postings that are alike, added up. */
export interface LedgerSum {
  /** Kelurahan. */
  areaCode: string;
  /** `opening` for everything before the month. */
  kind: PostingKind;
  unit: 'person' | 'family';
  sex: Sex;
  citizenship: Citizenship;
  /** Klasifikasi 1..5 of departures and arrivals, else null. */
  moveClass: 1 | 2 | 3 | 4 | 5 | null;
  /** Sum of the signs. Reversals count against the kind that they reverse. */
  amount: number;
}

export interface MonthOfLedger {
  opening: LedgerSum[];
  movements: LedgerSum[];
}

/** `month` is `YYYY-MM`; counts by report date (DOMAIN.md 6). `areaCode`: a kelurahan or anything above it. */
export async function monthOfLedger(
  tx: Tx,
  question: { areaCode: string; month: string },
): Promise<MonthOfLedger> {
  const sums = await rows<LedgerSum & { before: boolean }>(
    tx,
    `select area_code as "areaCode", before, case when before then 'opening' else kind end as kind, unit, sex,
       citizenship, case when before then null else move_class end as "moveClass", sum(sign)::int as amount
     from (
       select *, report_date < $2::date as before from registry.posting
       where (area_code = $1 or area_code like $1 || '.%') and report_date < $2::date + interval '1 month'
     ) as counted
     group by 1, 2, 3, 4, 5, 6, 7
     having sum(sign) <> 0
     order by 1, 2 desc, 3, 4, 5, 6, 7`,
    [question.areaCode, `${question.month}-01`],
  );
  const plain = ({ before: _before, ...sum }: LedgerSum & { before: boolean }): LedgerSum => sum;
  return {
    opening: sums.filter((sum) => sum.before).map(plain),
    movements: sums.filter((sum) => !sum.before).map(plain),
  };
}

export interface RegisterCount {
  areaCode: string;
  unit: 'person' | 'family';
  sex: Sex;
  citizenship: Citizenship;
  amount: number;
}

/** People and families in the register now, by the same cells: what the end of the open month must say (check R3). */
export async function countRegister(tx: Tx, question: { areaCode: string }): Promise<RegisterCount[]> {
  return rows(
    tx,
    `select area_code as "areaCode", 'person' as unit, sex, citizenship, count(*)::int as amount
     from registry.resident
     where status = 'active' and (area_code = $1 or area_code like $1 || '.%') group by 1, 3, 4
     union all
     select c.area_code, 'family', r.sex, r.citizenship, count(*)::int
     from registry.family_card c
     join registry.membership m on m.card_id = c.id and m.until is null and m.relation = 1
     join registry.resident r on r.id = m.resident_id
     where c.status = 'active' and (c.area_code = $1 or c.area_code like $1 || '.%') group by 1, 3, 4
     order by 1, 2, 3, 4`,
    [question.areaCode],
  );
}
