/** Finds residents by the words of their names, and where these are few by words that are written otherwise. */
import type { Tx } from '../data-source.js';
import { prepared } from '../kernel/prepared.js';
import { rows } from '../kernel/rows.js';
import { waysOfWriting, waysWithoutAWord, type AskedWord } from './name-query.js';
import { below, FOUND, WITH_CARD, type FoundResident, type ResidentSearch } from './found-resident.js';

/** Names that are looked at, the most alike first. More are found only by a name that says more. */
const MOST_NAMES = 2_000;
/** So many people whose names have the words, and nobody has to look for names that are written otherwise. */
const ENOUGH = 5;

interface Page {
  limit: number;
  offset: number;
}

/** Who has the words in their name, and after them, where these are few, who has words like them. */
export async function searchByName(tx: Tx, search: ResidentSearch, text: string): Promise<FoundResident[]> {
  const { limit, offset = 0, under } = search;
  const { having, alike } = under === null ? EVERYWHERE : BELOW_AREAS;
  const place = under === null ? [] : [under];
  const whoHas = (page: Page) => rows<FoundResident>(tx, having, [text, page.limit, page.offset, ...place]);
  const found = await whoHas({ limit, offset });
  if (found.length === limit) return found;
  // The page that they end on tells how many there are.
  const before =
    found.length > 0 || offset === 0 ? offset : (await whoHas({ limit: ENOUGH, offset: 0 })).length;
  const many = before + found.length;
  if (many >= ENOUGH) return found;
  const asked = await rows<AskedWord>(tx, ASKED_WORDS, [text]);
  const rest = { limit: limit - found.length, offset: Math.max(0, offset - many) };
  const whoIsAlike = (ways: string[], page: Page) =>
    ways.length === 0 ? [] : rows<FoundResident>(tx, alike, [text, page.limit, page.offset, ways, ...place]);
  const written = waysOfWriting(asked, { isNew: many > 0 });
  const others = await whoIsAlike(written, rest);
  if (many > 0 || others.length > 0) return [...found, ...others];
  // The page may lie behind the last of them.
  if (rest.offset > 0 && (await whoIsAlike(written, { limit: 1, offset: 0 })).length > 0) return [];
  return whoIsAlike(waysWithoutAWord(asked), rest);
}

/** All words of $1 as they stand, each the beginning of one in the name. */
const AS_IT_STANDS = `(select string_agg(quote_literal(word) || ':*', '&')::tsquery from unnest(registry.name_words($1)) as word)`;

/** Of names that have the words the shorter is the more alike: it has the fewest others. */
const HAVING = `select name, -length(name) as likeness from registry.known_name where registry.name_lexemes(name) @@ ${AS_IT_STANDS}`;

/** Two spellings of a name share half of their trigrams at least. $4 the ways to write it, each by its own look into the index. */
const ALIKE = `select name, similarity(name, $1) as likeness from unnest($4::text[]) as way, registry.known_name
       where registry.name_lexemes(name) @@ way::tsquery and similarity(name, $1) >= 0.5 group by name`;

const EVERYWHERE = {
  having: prepared('residents.having-words', peopleNamed(HAVING)),
  alike: prepared('residents.alike', peopleNamed(ALIKE)),
};
const BELOW_AREAS = {
  having: prepared('residents.having-words-below', peopleNamed(HAVING, '$4')),
  alike: prepared('residents.alike-below', peopleNamed(ALIKE, '$5')),
};

/**
 * The words of $1 in their order, each with those of the register that differ from it by a letter, and, where nobody is called so, the five that
 * are most like it.
 */
const ASKED_WORDS = prepared(
  'residents.asked-words',
  `select asked.word, array(
     select k.word from registry.known_word k where registry.one_letter_less(k.word) && registry.one_letter_less(asked.word)
     union
     (select k.word from registry.known_word k
      where k.word % asked.word and not exists (select from registry.known_word same where same.word = asked.word)
      order by similarity(k.word, asked.word) desc, k.word limit 5)) as alike,
     exists (select from registry.known_word one where one.word = asked.word || (registry.name_words($1))[place + 1]) as "joinsNext"
   from unnest(registry.name_words($1)) with ordinality as asked (word, place) order by place`,
);

/**
 * First the names, then who has them: of a name that thousands have, only as many as the page shows are read. A lateral join goes
 * through the names in their order, so that it ends when the page is full. $2 people after the first $3.
 */
function peopleNamed(names: string, areas?: string): string {
  return `with alike as materialized (
       ${names} order by likeness desc, name collate "C" limit ${MOST_NAMES}
     ), page as (
       select r.*, alike.likeness from alike cross join lateral (${areas ? inEach(areas) : namesakes('')}) as r
       limit $2 offset $3
     )
     select ${FOUND} from page r ${WITH_CARD} order by r.likeness desc, lower(r.name) collate "C", r.area_code, r.id`;
}

/** Read from the index of names and areas in its order, no further than the page needs. */
function namesakes(where: string): string {
  return `select * from registry.resident r where lower(r.name) = alike.name and r.status <> 'void' ${where}
         order by r.area_code, r.id limit $2::int + $3::int`;
}

/** One look into the index for each area: of a common name and two areas far from each other, nobody between them is read. */
function inEach(areas: string): string {
  return `select r.* from unnest(${areas}::text[]) as place cross join lateral (
           ${namesakes(`and ${below('place')}`)}
         ) as r order by r.area_code, r.id limit $2::int + $3::int`;
}
