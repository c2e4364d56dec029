import type { Manner } from './manner.ts';
import type { Call, Facts, Thing } from './things.ts';

const plain = { isRequired: false, values: [], text: '', inner: [] } as const;

const containers: Readonly<Record<Manner['containers'], readonly Thing[]>> = {
  none: [],
  maps: [
    {
      ...plain,
      name: 'points_by_team',
      type: 'object',
      within: 'map',
      items: 'integer',
      text: 'The points of each team',
    },
    { ...plain, name: 'room_names', type: 'object', within: 'map', items: 'string' },
  ],
  'lists of lists': [
    { ...plain, name: 'grid_rows', type: 'array', within: 'lists', items: 'integer', text: 'The cells of each row' },
    { ...plain, name: 'word_groups', type: 'array', within: 'lists', items: 'string' },
  ],
};

const forms: readonly Thing[] = [
  {
    ...plain,
    name: 'payout_kind',
    type: 'string',
    isRequired: true,
    values: ['card', 'transfer'],
    text: 'How it is paid',
  },
  { ...plain, name: 'card_token', type: 'string', isRequired: true, form: 'card', text: 'The token of the card' },
  { ...plain, name: 'card_holder', type: 'string', form: 'card' },
  { ...plain, name: 'bank_number', type: 'string', isRequired: true, form: 'transfer', text: 'Where it is sent' },
  { ...plain, name: 'bank_rank', type: 'integer', form: 'transfer' },
];

const marks: Readonly<Record<Manner['marks'], Facts>> = {
  none: {},
  'Can be null.': { nullable: true },
  'in type: or null': { nullable: true },
  '(nullable)': { nullable: true },
  'Read-only.': { readOnly: true },
  '(read-only)': { readOnly: true },
  'Deprecated.': { deprecated: true },
};

/** The calls with what few descriptions have: maps, lists of lists, forms of a body, marks, outdated calls, further statuses. */
export function furtherApi(calls: readonly Call[], manner: Manner): readonly Call[] {
  return calls.map((call, index) => furtherCall(call, index, manner));
}

function furtherCall(call: Call, index: number, manner: Manner): Call {
  const added = (things: readonly Thing[], isAsked: boolean): readonly Thing[] =>
    things.length === 0 ? things : [...marked(cut(things, manner), manner, isAsked), ...containers[manner.containers]];
  const isSent = /^(?:POST|PUT|PATCH)$/.test(call.method);
  const body = added(call.body, true);
  return {
    ...call,
    body: manner.forms !== 'none' && isSent && body.length > 0 ? [...body, ...forms] : body,
    answer: added(call.answer, false),
    ...(manner.successes !== 'one' && call.method !== 'GET'
      ? { other: { status: '202', text: 'The work goes on for a while' } }
      : {}),
    ...(manner.outdated !== 'none' && index % 3 === 1 ? { isOutdated: true } : {}),
  };
}

/** The things down to the depth of the manner; objects with nothing left are left out. */
function cut(things: readonly Thing[], { depth }: Manner, level = 1): readonly Thing[] {
  const deepest = depth === 'two' ? 2 : 3;
  return things.flatMap((thing) => {
    if (thing.inner.length === 0) return [thing];
    const inner = level <= deepest ? cut(thing.inner, { depth } as Manner, level + 1) : [];
    return inner.length === 0 ? [] : [{ ...thing, inner }];
  });
}

/** The things of which the second of four is marked, by its name, so that what is called the same is marked alike. */
function marked(things: readonly Thing[], manner: Manner, isAsked: boolean): readonly Thing[] {
  const facts = marks[manner.marks];
  const isOf = ({ name, type, inner, isRequired }: Thing): boolean =>
    name.length % 4 === 1 &&
    inner.length === 0 &&
    type !== 'array' &&
    !(isAsked && (isRequired || facts.readOnly === true));
  return things.map((thing) => {
    const inner = thing.inner.length === 0 ? thing.inner : marked(thing.inner, manner, isAsked);
    return { ...thing, inner, ...(isOf(thing) ? { facts: { ...thing.facts, ...facts } } : {}) };
  });
}

/** The things that are there with one value of another, as plain things. */
export function formOf(things: readonly Thing[], value: string): readonly Thing[] {
  const own = things.filter(({ form }) => form === value);
  return own.map(
    (thing) => Object.fromEntries(Object.entries(thing).filter(([key]) => key !== 'form')) as unknown as Thing,
  );
}
