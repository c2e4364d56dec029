import { plainText } from './markup.ts';

/** What a heading, the header of a column or a label calls the scopes that a call needs. */
export const ofScopes: RegExp =
  /^(?:(?:required|necessary|needed|oauth ?2?(?:\.0)?|api|access|token)\s){0,3}(?:scopes?|permissions?)(?:\(s\))?(?:\s(?:required|needed))?$/i;

/** Scopes as code: `boxes:read`, `boxes.write`, `admin`. */
const codes = /`([A-Za-z][\w*-]{0,60}(?:[:./][\w*-]{1,60}){0,5})`/g;

/** The scopes in the column of a row that is called so. Gives no diagnostics. */
export function rowScopes(header: readonly string[], cells: readonly string[]): string[] {
  const at = header.findIndex((cell) => ofScopes.test(plainText(cell)));
  return at === -1 ? [] : codesIn(cells[at] ?? '');
}

/** The scopes that a text shows as code, in its order. Gives no diagnostics. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(codes)].map((match) => match[1] ?? '');
}
