import { didYouMean } from '../../base/nearest.ts'

/** Words of other tools and languages for words of the rulebook language, for hints only. */
type Words = Readonly<Record<string, readonly string[]>>

/** By the key that is meant; of several, the first that may stand where the word was found. */
// biome-ignore format: words are read as a paragraph
const KEYS: Words = {
  when: ['if', 'condition', 'conditions', 'criteria', 'filter', 'where', 'match', 'matches', 'wenn', 'bedingung', 'fires', 'only_if'],
  points: ['score', 'value', 'weight', 'point', 'pts', 'punkte', 'add', 'then', 'gives', 'earns'],
  to: ['owner', 'owners', 'assign', 'assign_to', 'assignee', 'name', 'user', 'an', 'person', 'team'],
  from: ['column', 'columns', 'col', 'heading', 'header', 'source', 'field', 'spalte', 'name', 'fomr', 'of', 'start'],
  do: ['action', 'task', 'then', 'activity', 'step', 'what', 'aktion', 'tu'],
  ask: ['question', 'frage', 'text', 'prompt'],
  label: ['description', 'title', 'name', 'comment', 'note', 'beschreibung', 'text', 'desc'],
  stage: ['name', 'to', 'label', 'result', 'status', 'stufe', 'phase'],
  id: ['name', 'key', 'rule'],
  max: ['cap', 'maximum', 'limit', 'at_most', 'upper', 'highest', 'max_points'],
  min: ['minimum', 'floor', 'at_least', 'lower', 'lowest', 'min_points'],
  else: ['default', 'otherwise', 'other', 'sonst', 'fallback'],
  empty: ['default', 'if_empty', 'missing', 'null'],
  fade: ['decay', 'half_life', 'halflife', 'aging'],
  half_life: ['halflife', 'half', 'decay', 'days'],
  due: ['deadline', 'in', 'after', 'days', 'within', 'faellig', 'frist'],
  field: ['column', 'attribute', 'property', 'feld'],
  per: ['each', 'for_each', 'count', 'pro'],
  every: ['step', 'unit', 'steps'],
  event: ['activity', 'action', 'events', 'ereignis'],
  within: ['last', 'in_last', 'since_days', 'window'],
  limit: ['max_times', 'times', 'once', 'frequency'],
  type: ['kind', 'datatype', 'data_type', 'typ', 'as'],
  split: ['separator', 'delimiter', 'sep'],
  map: ['values', 'mapping', 'translate', 'replace'],
  scores: ['rules', 'score', 'scoring', 'regeln', 'punkte', 'model'],
  exclude: ['excludes', 'exclusions', 'disqualify', 'disqualified', 'negative', 'ausschluss', 'ausschließen'],
  stages: ['thresholds', 'stage', 'status', 'stufen', 'phasen', 'lifecycle'],
  fields: ['columns', 'mapping', 'mappings', 'properties', 'attributes', 'felder', 'spalten'],
  criteria: ['bant', 'qualification', 'kriterien'],
  lists: ['constants', 'variables', 'vars', 'sets', 'listen'],
  owners: ['routing', 'assignment', 'assign', 'territories', 'zuweisung'],
  segments: ['segment', 'groups', 'buckets', 'segmente'],
  tags: ['tag', 'labels', 'flags'],
  grade: ['grades', 'noten'],
  locale: ['language', 'settings', 'formats'],
  extends: ['extend', 'base', 'inherits', 'include', 'import', 'template'],
  total: ['weights', 'overall', 'sum', 'gesamt'],
  name: ['title', 'model_name'],
  version: ['revision', 'rev'],
  cool_down: ['cooldown', 'wait', 'pause'],
  keep_while: ['keep', 'stay_while', 'hold'],
}

// biome-ignore format: words are read as a paragraph
const OPERATORS: Words = {
  '`at_least`': ['>=', '=>', 'gte', 'ge', 'min', 'minimum', 'from', 'not_less_than', 'greater_or_equal', 'greater_than_or_equal', 'mindestens', 'ab'],
  '`at_most`': ['<=', '=<', 'lte', 'le', 'max', 'maximum', 'up_to', 'not_more_than', 'less_or_equal', 'less_than_or_equal', 'höchstens'],
  '`above`': ['>', 'gt', 'more_than', 'greater_than', 'greater', 'over', 'bigger_than', 'higher_than', 'larger_than', 'mehr_als'],
  '`below`': ['<', 'lt', 'less_than', 'less', 'fewer_than', 'smaller_than', 'lower_than', 'under', 'weniger_als'],
  '`equals`, or just the value or the list': ['=', '==', '===', 'eq', 'equal', 'equal_to', 'is_equal', 'is_equal_to', 'in', 'one_of', 'oneof', 'any_of', 'is_one_of', 'is_any_of', 'in_list', 'values', 'value', 'gleich', 'any'],
  '`not`, as in `{ not: [DE, AT] }`': ['!=', '<>', '!==', 'ne', 'neq', 'not_equals', 'not_equal', 'not_equal_to', 'is_not', 'isnt', 'not_in', 'nin', 'none_of', 'is_not_one_of', 'except', 'not_one_of', 'nicht', 'no'],
  '`not`, as in `{ not: { contains: intern } }`': ['not_contains', 'does_not_contain', 'excludes', 'not_like', 'doesnt_contain'],
  '`contains`, or `has_word` for whole words': ['like', 'ilike', 'include', 'includes', 'containing', 'has', 'substring', 'enthält', 'contains_any', 'text'],
  '`has_word`': ['word', 'words', 'has_words', 'contains_word', 'keyword', 'keywords', 'has_any_word'],
  '`matches`': ['regex', 'regexp', 'pattern', 'match', '~', '=~', 're', 'rlike'],
  '`starts_with`': ['startswith', 'begins_with', 'begins', 'starts', 'prefix', 'beginnt_mit'],
  '`ends_with`': ['endswith', 'ends', 'suffix', 'endet_mit'],
  '`known: true`': ['exists', 'present', 'is_present', 'is_set', 'set', 'filled', 'is_filled', 'not_empty', 'is_not_empty', 'not_null', 'is_not_null', 'not_blank', 'has_value', 'is_known', 'available', 'bekannt', 'required'],
  '`known: false`': ['empty', 'is_empty', 'blank', 'is_blank', 'missing', 'is_missing', 'null', 'is_null', 'isnull', 'not_exists', 'not_set', 'is_unknown', 'unknown', 'leer', 'no_value'],
  '`in_last`': ['last', 'within', 'within_last', 'in_the_last', 'past', 'newer_than', 'less_than_ago', 'since_days', 'recent', 'younger_than', 'last_days'],
  '`older_than`': ['older', 'more_than_ago', 'not_in_last', 'ago', 'älter_als'],
  '`in_next`': ['next', 'within_next', 'in_the_next', 'upcoming', 'next_days'],
  '`between`': ['range', 'in_range', 'from_to', 'btw', 'zwischen'],
  '`after`': ['later_than', 'since', 'newer', 'on_or_after', 'nach'],
  '`before`': ['earlier_than', 'until', 'prior_to', 'on_or_before', 'vor'],
}

const COMBINATIONS: Words = {
  all: ['and', 'und', 'all_of', 'every', 'alle', '&&', 'must'],
  any: ['or', 'oder', 'any_of', 'either', 'one_of', '||', 'should'],
  not: ['none', 'none_of', 'nor', 'nicht', 'except', '!', 'must_not', 'unless'],
  some: ['at_least', 'count', 'min_should_match', 'n_of'],
}

// biome-ignore format: words are read as a paragraph
const VALUES: Words = {
  number: ['int', 'integer', 'float', 'double', 'decimal', 'numeric', 'zahl', 'num', 'currency', 'money', 'percent', 'bigint'],
  text: ['string', 'str', 'varchar', 'char', 'textarea', 'picklist', 'select', 'enum', 'email', 'phone', 'url', 'dropdown'],
  date: ['datetime', 'timestamp', 'time', 'datum', 'date_time', 'day'],
  boolean: ['bool', 'checkbox', 'yesno', 'yes_no', 'flag', 'bit', 'ja_nein'],
  list: ['array', 'multi', 'multiselect', 'multi_select', 'multipicklist', 'tags', 'liste'],
  de: ['german', 'deutsch', 'de_de', 'de-de', 'fr', 'es', 'it', 'at', 'eu', 'comma', 'european'],
  en: ['english', 'us', 'en_us', 'en-us', 'uk', 'gb', 'en_gb', 'ch', 'point', 'american'],
  dmy: ['german', 'de', 'eu', 'uk', 'gb', 'dd.mm.yyyy', 'dd/mm/yyyy', 'day_first', 'european', 'dd-mm-yyyy'],
  mdy: ['us', 'en', 'american', 'mm/dd/yyyy', 'month_first', 'en_us'],
  iso: ['yyyy-mm-dd', 'ymd', 'iso8601'],
  business_mail: ['company_mail', 'corporate_mail', 'work_mail', 'company', 'corporate', 'work', 'b2b'],
  free_mail: ['freemail', 'private_mail', 'personal_mail', 'private', 'personal', 'gmail', 'freemailer', 'consumer'],
  disposable_mail: ['temporary_mail', 'throwaway', 'temp', 'trash_mail', 'spam'],
  role_mail: ['group_mail', 'generic_mail', 'shared_mail', 'info', 'generic', 'group'],
  valid_email: ['email', 'valid_mail', 'an_email', 'mail'],
}

/** The hint for an unknown word where one of a few is expected: the one it stands for in other tools, else a similar one. */
export function wordHint(word: string, candidates: readonly string[], words: Words = VALUES): string | undefined {
  const meant = meantBy(word, words).find(each => candidates.includes(each))
  return meant === undefined ? didYouMean(word, candidates) : `did you mean \`${meant}\`?`
}

export function keyHint(word: string, candidates: readonly string[]): string | undefined {
  return wordHint(word, candidates, KEYS)
}

export function operatorHint(word: string, candidates: readonly string[]): string | undefined {
  const [meant] = meantBy(word, OPERATORS)
  return meant === undefined ? didYouMean(word, candidates) : `did you mean ${meant}?`
}

/** `and: [...]` and its like, where a condition stands. */
export function combinationHint(word: string): string | undefined {
  const [meant] = meantBy(word, COMBINATIONS)
  return meant === undefined ? undefined : `did you mean \`${meant}\`?`
}

function meantBy(word: string, words: Words): string[] {
  const folded = word.trim().toLowerCase().replace(/[ -]/g, '_')
  const isOf = (all: readonly string[]) => all.includes(folded) || all.includes(word.trim().toLowerCase())
  return Object.entries(words).flatMap(([meant, all]) => (isOf(all) ? [meant] : []))
}
