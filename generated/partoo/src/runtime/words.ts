// The words of messages. They are found when all issues are: most of what is noted on the way is never read.

/** A value that JSON can carry. */
export type IssueValue =
  | string
  | number
  | boolean
  | null
  | readonly IssueValue[]
  | { readonly [key: string]: IssueValue };

/** What words are found for: see `Draft` in issues.ts. */
interface Wordless {
  readonly expected: IssueValue;
  actual: unknown;
  message: string;
}

/** The last character of a message that is not whole: looked at, since `endsWith` takes longer. */
const space = 32;

/** Says what a draft is about, and leaves of the value that it was about what an issue tells. */
export function tell(issue: Wordless): void {
  const { actual, message } = issue;
  if (message.charCodeAt(message.length - 1) === space) issue.message = withFound(wanted(issue), actual);
  issue.actual = actualOf(actual);
}

/** What is wanted: `must be a string`, `must have a length of at most 50`. */
export function wanted({ message, expected }: Wordless): string {
  if (message === 'must be a ') return typed(expected);
  return message + (Array.isArray(expected) ? listed(expected) : String(expected));
}

/** `must be a string`, `must be an object or null`. */
function typed(expected: IssueValue): string {
  if (!Array.isArray(expected)) return ofType(expected);
  const [first = null, ...others] = expected as readonly IssueValue[];
  let words = ofType(first);
  for (const other of others) words += ' or ' + String(other);
  return words;
}

/** Texts that are there take less time than those that are put together. */
function ofType(type: IssueValue): string {
  switch (type) {
    case 'string':
      return 'must be a string';
    case 'integer':
      return 'must be an integer';
    case 'number':
      return 'must be a number';
    case 'boolean':
      return 'must be a boolean';
    case 'object':
      return 'must be an object';
    case 'array':
      return 'must be an array';
    case 'null':
      return 'must be null';
    default:
      return 'must be a ' + String(type);
  }
}

/** What there is, after what is wanted: `must be a string, got 5`. Put together from the left, which engines do soonest. */
export function withFound(words: string, value: unknown): string {
  if (value === undefined) return words + ', but is missing';
  const isPlain = typeof value === 'string' && value.length <= 60 && !special.test(value);
  return isPlain ? words + ', got "' + value + '"' : words + ', got ' + shown(value);
}

/** What JSON writes in another way. */
// oxlint-disable-next-line no-control-regex
const special = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** What an issue holds of a value: scalars as they are, of all else the type. */
function actualOf(value: unknown): IssueValue {
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  const isScalar = value === null || type === 'string' || type === 'boolean' || Number.isFinite(value);
  return isScalar ? (value as IssueValue) : type === 'number' ? String(value) : type;
}

/** A value as a person would quote it, at most 60 characters of a text. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return String(actualOf(value));
  return JSON.stringify(value.length > 60 ? value.slice(0, 59) + '…' : value);
}

// lists that are refused often, as the tags of a union, are constants
let lastAllowed: readonly IssueValue[] = [];
let lastListed = '';

/** Allowed values, at most fifty. */
function listed(allowed: readonly IssueValue[]): string {
  if (allowed !== lastAllowed) {
    const some = allowed.slice(0, 50).map((one) => (typeof one === 'string' ? shown(one) : JSON.stringify(one)));
    lastAllowed = allowed;
    lastListed = some.join(', ') + (allowed.length > 50 ? ', …' : '');
  }
  return lastListed;
}
