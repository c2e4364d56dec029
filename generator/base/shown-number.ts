import { nameWords } from './names.ts';

/** Last words of names whose values are measured or computed, not counted: a sample may show a whole one by chance. */
const measured: ReadonlySet<string> = new Set(
  `rate ratio percent percentage pct score average avg mean median stddev deviation price cost amount balance fee tax vat
  latitude longitude lat lng lon temperature volume probability confidence similarity factor multiplier opacity discount
  cpu load loadavg fps speed distance fraction share`.split(/\s+/),
);

/**
 * The type that a whole number shows which stands in a sample under a name: `integer`, since what is counted, numbered or
 * timed is, and `number` where the name says that something is measured (`tax_rate`, `price`).
 */
export function shownNumber(name: string): 'integer' | 'number' {
  const last = nameWords(name).at(-1)?.toLowerCase() ?? '';
  return last === '' || measured.has(last) || measured.has(last.replace(/s$/, '')) ? 'number' : 'integer';
}
