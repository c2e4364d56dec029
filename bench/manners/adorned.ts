import type { Manner } from './manner.ts';
import type { Api, Call, Facts, Parameter, Thing } from './things.ts';

const plain = { isRequired: false, values: [], text: '', inner: [] } as const;
const string = (name: string, text = ''): Thing => ({ ...plain, name, type: 'string', text });
const integer = (name: string, text = ''): Thing => ({ ...plain, name, type: 'integer', text });

const failures: readonly (readonly Thing[])[] = [
  [string('code', 'What failed'), string('message', 'What failed in words')],
  [{ ...plain, name: 'error', type: 'object', inner: [string('type'), string('message'), string('param')] }],
  [{ ...plain, name: 'errors', type: 'array', items: 'object', inner: [string('field'), string('message')] }],
  [integer('status', 'The status again'), string('title'), string('detail', 'What failed in words')],
];

const shared: readonly (readonly Parameter[])[] = [
  [{ ...string('workspace_ref', 'The workspace to work in'), isRequired: true, place: 'query' }],
  [
    { ...plain, name: 'pretty_print', type: 'boolean', text: 'Indents the answer', place: 'query' },
    { ...string('lang_code', 'The language of messages'), place: 'query' },
  ],
];

const header: Parameter = {
  ...string('X-Workspace-Ref', 'The workspace to work in'),
  isRequired: true,
  place: 'header',
};

/** The calls with what the manner says of them and their description does not: facts, envelopes, errors, parameters of all. */
export function adornedApi(calls: readonly Call[], manner: Manner, random: () => number): Api {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const withFacts = (thing: Thing, isAsked: boolean): Thing => ({
    ...thing,
    ...(thing.inner.length > 0 ? { inner: thing.inner.map((one) => withFacts(one, isAsked)) } : {}),
    facts: { ...remembered(thing, isAsked), ...thing.facts },
  });
  // what has the same name and text is the same wherever it stands
  const known = new Map<string, Facts>();
  const remembered = (thing: Thing, isAsked: boolean): Facts => {
    const key = JSON.stringify([thing.name, thing.type, thing.values, isAsked && !thing.isRequired]);
    const facts = known.get(key) ?? factsOf(thing, manner, random, isAsked);
    known.set(key, facts);
    return facts;
  };
  const failure = pick(failures);
  const all = manner.shared === 'header of all' ? [header] : pick(shared);
  const marked = manner.described === 'samples with more' ? withUnlisted : (things: readonly Thing[]) => things;
  return {
    calls: calls.map((call) => ({
      ...call,
      parameters: call.parameters.map((one) => ({
        ...one,
        facts: one.place === 'path' ? {} : remembered(one, true),
      })),
      body: marked(call.body.map((thing) => withFacts(thing, true))),
      ...enveloped({ ...call, answer: marked(call.answer.map((thing) => withFacts(thing, false))) }, manner),
    })),
    failure,
    shared: manner.shared === 'none' ? [] : all,
  };
}

/** The things with one more, which only samples show. */
function withUnlisted(things: readonly Thing[]): readonly Thing[] {
  return things.length === 0 ? things : [...things, { ...string('shown_label'), isUnlisted: true }];
}

function factsOf({ type, values, isRequired }: Thing, manner: Manner, random: () => number, isAsked: boolean): Facts {
  const [one, two, three] = [random() < 0.4, random() < 0.4, random() < 0.4];
  const isNumber = type === 'integer' || type === 'number';
  const isWord = type === 'string' && values.length === 0;
  const hasFormat = manner.formats !== 'none' && isWord && one;
  const hasLimits = manner.limits !== 'none' && isAsked && two && (isNumber || (isWord && !hasFormat));
  const hasDefault = manner.defaults !== 'none' && isAsked && three && !isRequired && !hasFormat;
  const formats = ['date-time', 'date', 'uuid', 'email', 'uri'] as const;
  const format = formats[Math.floor(random() * formats.length)] ?? 'date';
  const isRange = random() < 0.5;
  const range = isNumber
    ? { ...(isRange ? { minimum: 1 } : {}), maximum: 100 }
    : { ...(isRange ? { minLength: 3 } : {}), maxLength: 64 };
  return {
    ...(hasFormat ? { format } : {}),
    ...(hasLimits ? range : {}),
    ...(hasDefault ? defaultOf(type, values, isNumber) : {}),
  };
}

function defaultOf(type: Thing['type'], values: readonly string[], isNumber: boolean): Facts {
  if (type === 'boolean') return { default: false };
  if (isNumber) return { default: 20 };
  return type === 'string' ? { default: values[0] ?? 'maple' } : {};
}

/** The answer of a call in the envelope that its own description shows. */
function enveloped(call: Call, { envelope }: Manner): Pick<Call, 'answer' | 'isList'> {
  const { answer, isList } = call;
  const bare = { answer, isList };
  if (answer.length === 0) return bare;
  const inner = answer;
  const within = (name: string): Thing =>
    isList ? { ...plain, name, type: 'array', items: 'object', inner } : { ...plain, name, type: 'object', inner };
  switch (envelope) {
    case 'data':
      return { answer: [within('data')], isList: false };
    case 'data and meta':
      return {
        answer: [within('data'), { ...plain, name: 'meta', type: 'object', inner: [string('request_id')] }],
        isList: false,
      };
    case 'items and total':
      return isList
        ? { answer: [within('items'), integer('total', 'The count of all'), string('next')], isList: false }
        : bare;
    default:
      return bare;
  }
}

/** The answer in the envelope that is shown once for all calls, or for all lists. */
export function envelopedByAll(call: Call, manner: Manner): Pick<Call, 'answer' | 'isList'> {
  if (manner.envelope === 'said once') return enveloped(call, { ...manner, envelope: 'data and meta' });
  if (manner.envelope === 'said once of lists') return enveloped(call, { ...manner, envelope: 'items and total' });
  return call;
}
