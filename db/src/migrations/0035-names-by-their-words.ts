import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names are found by their words. Comparing whole names by their trigrams reads a long list for each of twenty of them: 20 to 40 ms among
 * 200,000 names, where the words of a name are three short lists.
 */
export class NamesByTheirWords1763800000035 implements MigrationInterface {
  readonly name = 'NamesByTheirWords1763800000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function registry.name_words(name text) returns text[] language sql immutable strict parallel safe as $$
        select array_remove(regexp_split_to_array(translate(lower(name), '''\`’', ''), '[[:space:][:punct:]]+'), '')
      $$;
      -- Two words that follow each other are found written as one, too.
      create function registry.name_lexemes(name text) returns tsvector language sql immutable strict parallel safe as $$
        select array_to_tsvector(w || array(select w[i] || w[i + 1] from generate_series(1, cardinality(w) - 1) as i))
        from registry.name_words(name) as w
      $$;
      -- What two words have in common of which one has a letter more, less or another. Short ones would have too much.
      create function registry.one_letter_less(word text) returns text[] language sql immutable strict parallel safe as $$
        select array[word] || array(
          select left(word, i - 1) || substr(word, i + 1) from generate_series(1, length(word)) as i where length(word) > 3)
      $$;

      create table registry.known_word (
        word text primary key                        -- of registry.known_name; stays as that does
      );
      insert into registry.known_word
      select distinct word from registry.known_name, unnest(registry.name_words(name)) as word order by 1;
      create function registry.keep_new_words() returns trigger language plpgsql as $$
      begin
        -- In the order of words, so that two writers of many names cannot wait for each other.
        insert into registry.known_word
        select distinct word from added, unnest(registry.name_words(name)) as word order by 1 on conflict do nothing;
        return null;
      end $$;
      create trigger new_words_kept after insert on registry.known_name
        referencing new table as added for each statement execute function registry.keep_new_words();

      -- New entries wait in a list that every search reads as well: it is kept short.
      create index known_word_one_letter_less on registry.known_word
        using gin (registry.one_letter_less(word)) with (gin_pending_list_limit = 64);
      create index known_word_alike on registry.known_word using gin (word gin_trgm_ops) with (gin_pending_list_limit = 64);
      create index known_name_words on registry.known_name
        using gin (registry.name_lexemes(name)) with (gin_pending_list_limit = 64);
      drop index registry.known_name_alike`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index known_name_alike on registry.known_name using gin (name gin_trgm_ops) with (gin_pending_list_limit = 64);
      drop trigger new_words_kept on registry.known_name;
      drop index registry.known_name_words;
      drop table registry.known_word;
      drop function registry.keep_new_words(), registry.name_lexemes(text), registry.name_words(text), registry.one_letter_less(text)`);
  }
}
