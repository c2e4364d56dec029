/** The ways of writing that a page is drawn from: each dimension by itself, so that what is read badly can be named. */
export const choices = {
  layout: ['one page', 'a page for each call', 'one page, by resource'],
  call: [
    'heading: METHOD path',
    'heading: `METHOD path`',
    'heading: title - METHOD path',
    'fence',
    'http fence',
    'code line',
    'bold method, code path',
    'labels: URL, Method',
    'bullets: Method, Path',
    'table: Method, Path',
    'sentence',
    'label: Endpoint',
    'heading: Definition, fence',
    'curl alone',
  ],
  template: ['{name}', ':name', '<name>'],
  address: ['base URL first', 'whole URLs'],
  sections: ['by place', 'by place, query as "Parameters"', 'place beside each', 'unplaced'],
  label: ['heading', 'bold', 'bold with colon', 'plain with colon'],
  wording: ['plain', 'capitals', 'arguments', 'request', 'fields'],
  fields: [
    'table',
    'html table',
    'bullets: name (type, required): text',
    'bullets: name (required) type - text',
    'bullets: **name** type **required** text',
    'bullets: name: type (required). text',
    'bullets: name type - Required. text',
    'bullets: name (type) Required. text',
    'bullets: name (type: <required>) - text',
    'bullets: name - text, bullets of its own',
    'bullets: name, type, required, text by dashes',
    'headings',
    'definition list',
    'paragraphs',
    'interface',
  ],
  columns: [
    'name,type,required,text',
    'name,required,type,text',
    'name,type,text',
    'name,text,type',
    'name,type,text,required',
    'name,type,values,required,text',
    'type,name,text',
  ],
  headers: ['Name', 'Parameter', 'Field', 'Key', 'Attribute', 'Property', 'none'],
  required: [
    'column: Yes, No',
    'column: ✓',
    'column: true, false',
    'column: required, optional',
    'column Optional: Yes, No',
    'star',
    'question mark',
    'in type',
    'text: **Required.**',
    'text: (required)',
  ],
  nesting: ['dotted', 'dotted with []', 'arrow', 'spaces', 'dash', 'brackets', 'own section', 'linked section'],
  types: ['plain', 'capitals', 'short', 'generic', 'go', 'brackets', 'code'],
  values: [
    'One of `a`, `b`.',
    'Possible values: `a`, `b`.',
    'Either `a` or `b`.',
    'Allowed: a, b',
    '`a` | `b`',
    'Can be "a", "b".',
    'Must be one of: a, b.',
    '(a/b)',
    'Valid values are `a` and `b`.',
    'list below',
  ],
  request: ['none', 'JSON', 'curl', 'HTTP', 'languages', 'tabs', 'code group'],
  answer: [
    'heading, status, sample',
    'sentence, sample',
    'fields and sample',
    'fields',
    'status table, fields',
    'linked object',
    'status heading, sample',
    'HTTP sample',
    'labels: Code, Content',
  ],
  errors: ['none', 'table', 'bullets', 'headings', 'sentence', 'table of all', 'labels', 'inline', 'otherwise'],
  described: ['fields', 'samples alone', 'samples with more'],
  defaults: [
    'none',
    'Defaults to `a`.',
    'Default: a.',
    '(default: `a`)',
    'Default is a.',
    'If omitted, `a` is used.',
    'The default value is `a`.',
    'column',
  ],
  limits: ['none', 'Minimum 1, maximum 9.', 'Between 1 and 9.', 'Min: 1, max: 9.', 'Range: 1-9.', 'column'],
  formats: ['none', 'type (format)', 'type<format>', 'text', 'column'],
  envelope: ['none', 'data', 'data and meta', 'items and total', 'said once', 'said once of lists'],
  errorBody: ['none', 'sample below each', 'fields below each', 'once: sample', 'once: fields', 'once: statuses'],
  mention: ['link', 'words', 'code', 'label', 'participle'],
  objects: ['at the end', 'at the head', 'in one section', 'on pages of their own'],
  objectTitle: ['Box', 'The Box object', 'Box object', '`Box`'],
  shared: ['none', 'list of all', 'sentence of all', 'header of all'],
  authentication: ['none', 'bearer', 'bearer fence', 'key header', 'key table', 'key query', 'basic'],
  general: ['at the head', 'at the end'],
  noise: [
    'none',
    'notes',
    'changelog',
    'rate limits',
    'libraries',
    'badges',
    'details',
    'footnotes',
    'contents',
    'breadcrumbs',
    'try it',
    'images',
  ],
  successes: ['one', 'sentence', 'table', 'bullets', 'heading', 'labels'],
  containers: ['none', 'maps', 'lists of lists'],
  depth: ['two', 'three'],
  marks: ['none', 'Can be null.', 'in type: or null', '(nullable)', 'Read-only.', '(read-only)', 'Deprecated.'],
  outdated: ['none', 'heading (deprecated)', 'note', 'sentence', 'bold'],
  forms: ['none', 'headings', 'lines', 'bold lines'],
} as const;

/** Dimensions whose first choice is what most pages do. */
const seldom = new Set<Dimension>([
  'described',
  'defaults',
  'limits',
  'formats',
  'envelope',
  'errorBody',
  'shared',
  'authentication',
  'noise',
  'successes',
  'containers',
  'depth',
  'marks',
  'outdated',
  'forms',
]);

export type Dimension = keyof typeof choices;
export type Manner = { readonly [D in Dimension]: (typeof choices)[D][number] };

export const dimensions = Object.keys(choices) as Dimension[];

/** A stream of numbers from 0 to 1 that hangs on the seed alone (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Most pages have tables, and these have dimensions of their own. */
const tables = ['table', 'table', 'table', 'table', 'html table'];

/** One choice of each dimension. Those that say nothing together are drawn all the same: `applies` tells which count. */
export function drawManner(random: () => number, fixed: Partial<Record<Dimension, string>> = {}): Manner {
  const drawn = dimensions.map((dimension) => {
    const options: readonly string[] = choices[dimension];
    const weighted = dimension === 'fields' ? [...options, ...tables] : options;
    const at = random();
    const index = seldom.has(dimension) ? Math.max(0, Math.floor((at * 2 - 1) * options.length)) : undefined;
    return [dimension, fixed[dimension] ?? weighted[index ?? Math.floor(at * weighted.length)]];
  });
  return reconciled(Object.fromEntries(drawn) as Manner);
}

/** The manner without what its other choices leave no room for. */
function reconciled(manner: Manner): Manner {
  const withSamples = manner.described !== 'fields' && manner.request !== 'HTTP';
  const own: { -readonly [D in Dimension]?: Manner[D] } = {};
  if (withSamples) own.request = 'JSON';
  if (manner.described === 'samples alone' && listsAnswers(manner)) own.answer = 'heading, status, sample';
  if (manner.described === 'samples with more' && listsAnswers(manner)) own.answer = 'fields and sample';
  const isBelow = manner.errorBody.endsWith('below each');
  if (isBelow && manner.errors !== 'headings' && manner.errors !== 'labels') own.errorBody = 'none';
  const isOwn = manner.envelope.startsWith('data') || manner.envelope.startsWith('items');
  if ((own.answer ?? manner.answer) === 'linked object' && isOwn) own.envelope = 'none';
  // without its header nobody knows such a column from one that says the contrary
  if (manner.headers === 'none' && manner.required === 'column Optional: Yes, No') own.required = 'column: Yes, No';
  // what a type leaves open is not said of members of interfaces, nor by samples
  if (manner.fields === 'interface' || manner.described === 'samples alone') own.marks = 'none';
  const isPlain = manner.fields !== 'interface' && manner.fields !== 'headings' && manner.described === 'fields';
  if (!isPlain || manner.label !== 'heading') own.forms = 'none';
  return { ...manner, ...own };
}

/** Whether an answer of the manner lists its fields, so that it says more than a sample. */
export const listsAnswers = ({ answer }: Manner): boolean =>
  ['fields and sample', 'fields', 'status table, fields', 'linked object'].includes(answer);

/** Whether a dimension is seen on the pages of this manner. */
export function applies(dimension: Dimension, manner: Manner): boolean {
  const isTable = manner.fields === 'table' || manner.fields === 'html table';
  if (dimension === 'columns' || dimension === 'headers' || dimension === 'required') return isTable;
  if (dimension === 'nesting') return isTable || manner.fields.startsWith('bullets');
  if (dimension === 'mention') return manner.answer === 'linked object';
  if (dimension === 'objects' || dimension === 'objectTitle')
    return manner.answer === 'linked object' || (applies('nesting', manner) && manner.nesting === 'linked section');
  if (dimension === 'general')
    return manner.authentication !== 'none' || manner.shared !== 'none' || manner.errorBody.startsWith('once');
  if (dimension === 'outdated') return !(manner.call.startsWith('heading: ') && manner.outdated.startsWith('heading'));
  if (dimension === 'types') return manner.fields !== 'interface';
  return true;
}
