/** The side of an exchange that a sample shows. */
export type Side = 'request' | 'response';

/** Whether a short line announces what follows it: `**Example response**`, `Response:`. */
export function isLabel(text: string): boolean {
  return text.length < 60 && /^[*_]|:$/.test(text.trim());
}

/** The side that such a line names, or undefined where it names none. */
export function sideOf(text: string): Side | undefined {
  const word = /\b(request|response|returns?|answer|output|input)\b/i.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? undefined : /^(?:request|input)$/.test(word) ? 'request' : 'response';
}
