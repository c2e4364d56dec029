import type { FieldNotes } from './list-notes.ts';

/** The header that code shows, and what its value says of it. */
export interface HeaderNotes {
  readonly names: readonly string[];
  readonly notes: FieldNotes;
}

/** A header with its value (RFC 9110, section 5), as code: `X-Order: newest|oldest`, `X-Wait: <seconds>`; undefined for any other. Gives no diagnostics. */
export function headerNotes(code: string): HeaderNotes | undefined {
  const [, name = '', value = ''] =
    /^([A-Z][A-Za-z\d]{0,40}(?:-[A-Za-z\d]{1,40}){1,6}|Authorization|Accept|Cookie):\s(\S.{0,200})$/.exec(code) ?? [];
  if (name === '') return undefined;
  const choices = value.split('|');
  const areChoices = choices.length > 1 && choices.every((choice) => /^[\w.-]+$/.test(choice));
  const isShown = !/[<{[]/.test(value) || name === 'Authorization';
  const said = areChoices ? { values: choices } : isShown ? { exampleText: value } : {};
  return { names: [name], notes: { place: 'header', ...said } };
}
