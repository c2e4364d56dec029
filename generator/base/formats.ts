/** Shapes of strings that show their format (RFC 9562; RFC 3339, section 5.6). */
const shapes: readonly { readonly format: string; readonly pattern: RegExp }[] = [
  { format: 'uuid', pattern: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i },
  { format: 'date-time', pattern: /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/ },
  { format: 'date', pattern: /^\d{4}-\d\d-\d\d$/ },
];

/** The format that a string's shape shows, if it shows one: `uuid`, `date-time`, `date`. */
export function formatOfShape(text: string): string | undefined {
  return shapes.find(({ pattern }) => pattern.test(text))?.format;
}

/** Whether a string can have a format, as far as shapes tell: of formats without a shape every string can be. */
export function fitsFormat(text: string, format: string): boolean {
  const shape = shapes.find((one) => one.format === format);
  return shape === undefined || shape.pattern.test(text);
}
