import type { ProseBlock, TableBlock } from '../../pages/page.ts';
import { readLabelled } from './labelled-lines.ts';
import { plainText } from './markup.ts';
import type { Reading } from './operation-reading.ts';
import { addStatus } from './operation-statuses.ts';
import type { Part } from './units.ts';

/** What the first column says of an operation as a whole; all other keys are those of values. */
const knownKey =
  /^(?:description|summary|purpose|(?:http )?(?:method|verb)|(?:example |request |full )?(?:url|uri|path|endpoint)|(?:http )?(?:response|status|return|error) (?:codes?|type)|payload|output|pagination|permissions?(?: required)?|auth(?:entication|orization)?(?: required)?|(?:oauth )?scopes?(?: required)?|content[- ]type|rate[- ]limit(?:ed|s|ing)?)$/i;

/** Keys that no header of a message has. */
const describes =
  /^(?:description|summary|purpose|.{0,10}(?:response|status|return|error) codes?|.{0,10}(?:method|verb))$/i;

const statusesKey = /^(?:http )?(?:response|status|return|error) codes?$/i;

/** A status with its reason: `200 (OK)`, `404 Not Found`. */
const statusWords = /(?<![\d.])([1-5]\d\d)(?!\d)(?:\s\(([A-Za-z][\w' -]{1,40})\)|\s([A-Z][A-Za-z' ]{1,40}))?/g;

/**
 * Reads a table of two columns whose first says what the second tells of the operation as a whole (`| description | Opens a box |`,
 * `| response codes | 200 (OK) |`); false for any other. Gives no diagnostics.
 */
export function readKeyedTable(reading: Reading, part: Part, table: TableBlock): boolean {
  if (table.header.length !== 2 || table.rows.length > mostKeys || part.role !== 'other') return false;
  const keys = table.rows.map(({ cells }) => plainText(cells[0] ?? '').trim());
  const known = keys.filter((key) => knownKey.test(key)).length;
  if (known < 2 || known * 3 < keys.length * 2 || !keys.some((key) => describes.test(key))) return false;
  for (const [index, { cells, location }] of table.rows.entries()) {
    const label = (keys[index] ?? '').toLowerCase();
    const value = plainText(cells[1] ?? '');
    const block: ProseBlock = { kind: 'prose', form: 'paragraph', text: `**${label}**: ${value}`, location };
    if (statusesKey.test(label)) {
      for (const [, status = '', named, plain] of value.matchAll(statusWords))
        addStatus(reading, { status, text: named ?? plain }, location);
    } else readLabelled(reading, part, { label, value, block });
  }
  return true;
}

/** A table of more rows lists things. */
const mostKeys = 15;
