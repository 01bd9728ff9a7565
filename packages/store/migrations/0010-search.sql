-- What search knows of the collection, what an administrator adds to the language, what was asked in vain.
create table search_index (
  one boolean primary key default true check (one),
  language text not null,
  records integer not null,
  built_at timestamptz not null
);
comment on table search_index is 'One row: with which language data the search documents were built. Other data means they must be built anew.';

create table search_root (
  root text primary key,
  records integer not null check (records >= 0)
);
comment on table search_root is 'Roots of the words of all innovations, and in how many they occur, about: between rebuilds new records are not counted.';

create table search_word (
  word text primary key,
  records integer not null check (records >= 0)
);
comment on table search_word is 'Words as written in innovations: what a slip of the pen may have meant.';
create index search_word_like on search_word using gin (word gin_trgm_ops);

create table search_synonym (
  id uuid primary key,
  words text[] not null check (cardinality(words) > 0),
  also_finds text[] not null default '{}',
  weight real not null default 0.5 check (weight between 0 and 1),
  note text
);
comment on table search_synonym is 'Rows an administrator adds to the shipped thesaurus: words mean the same; who types one of them also finds also_finds, which answers by weight.';

create table search_stopword (
  word text primary key,
  weight real not null default 0 check (weight between 0 and 1)
);
comment on table search_stopword is 'How much a word counts in a query, over the shipped list: 0 not at all, 1 fully.';

create table search_demand (
  asked text not null,
  day date not null,
  times integer not null default 1 check (times > 0),
  primary key (asked, day)
);
comment on table search_demand is 'Searches that found nothing, as roots of words, by day. Nothing that may name a person is kept.';
create index search_demand_day on search_demand (day);
