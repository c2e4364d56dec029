/**
 * Whether a segment of a path fills in one of a template (OAS 3.1, section 4.8.8): any text where that is a parameter alone, and one
 * with what stands around a parameter where that is only a part of it: `boxes.json` in `boxes.{format}`. Gives no diagnostics.
 */
export function fillsSegment(template: string, segment: string): boolean {
  if (/^\{[^{}]*\}$/.test(template)) return true;
  const literals = template.split(/\{[^{}]*\}/);
  const [first = ''] = literals;
  const last = literals.at(-1) ?? '';
  const isLong = segment.length > first.length + last.length;
  return literals.length > 1 && isLong && segment.startsWith(first) && segment.endsWith(last);
}
