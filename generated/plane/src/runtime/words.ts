// The words of messages.

/** A value that JSON can carry. */
export type IssueValue =
  | string
  | number
  | boolean
  | null
  | readonly IssueValue[]
  | { readonly [key: string]: IssueValue };

/** What an issue holds of a value: scalars as they are, of all else the type. */
export function actualOf(value: unknown): IssueValue {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return value && 'object';
  const isScalar = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  return isScalar ? (value as IssueValue) : typeof value === 'number' ? String(value) : typeof value;
}

/** A value as a person would quote it, at most 60 characters of a text. */
export function shown(value: unknown): string {
  if (typeof value !== 'string') return String(actualOf(value));
  return quoted(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

/** What JSON.stringify gives, sooner: most texts hold nothing that it would have to escape. */
function quoted(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isPlain = (unit > 0x5c && unit < 0xd800) || (unit > 0x1f && unit < 0x5c && unit !== 0x22) || unit > 0xdfff;
    if (!isPlain) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** Allowed values, at most fifty; anything else as it is. */
export function listed(expected: IssueValue): string {
  if (!Array.isArray(expected)) return String(expected);
  let text = '';
  for (let index = 0; index < expected.length && index < 50; index += 1) {
    const value: unknown = expected[index];
    text += `${index === 0 ? '' : ', '}${typeof value === 'string' ? shown(value) : JSON.stringify(value)}`;
  }
  return expected.length > 50 ? `${text}, …` : text;
}

/** `a string`, `an object`, `null`. */
export function withArticle(type: IssueValue): string {
  const name = String(type);
  if (name === 'null') return name;
  return name === 'array' || name === 'integer' || name === 'object' ? `an ${name}` : `a ${name}`;
}
