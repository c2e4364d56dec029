import type { Location } from '../../base/location.ts';
import type { Evidence, OperationName } from '../evidence.ts';
import { scopesIn } from '../scope-facts.ts';
import { plainText } from './markup.ts';
import { codesIn, ofScopes } from './scope-words.ts';
import type { Part } from './units.ts';

/**
 * The scopes that an operation needs as its parts say it: in a section of that name, in a column or row of that name, or in a line of any part.
 * Gives no diagnostics.
 */
export function statedScopes(parts: readonly Part[], operation: OperationName): Evidence[] {
  return parts.flatMap(({ block, section, role }): Evidence[] => {
    const isHeaded = ofScopes.test(plainText(section.title).replace(/:$/, ''));
    const told = (text: string, location: Location): Evidence[] => {
      const named = isHeaded ? codesIn(text) : scopesIn(text);
      return named.map((scope) => scopeFact(operation, scope, location));
    };
    if (block.kind === 'table') return tableScopes(block.header, block.rows, isHeaded, operation);
    if (block.kind !== 'prose' || block.text.length > 2000 || (role !== 'other' && role !== 'aside')) return [];
    if (isHeaded && block.items)
      return block.items.flatMap(({ text, location }) =>
        codesIn(text)
          .slice(0, 1)
          .map((scope) => scopeFact(operation, scope, location)),
      );
    return told(block.text, block.location);
  });
}

function scopeFact(operation: OperationName, scope: string, location: Location): Evidence {
  const subject = { kind: 'operation', operation } as const;
  return { subject, fact: { kind: 'scope', scope }, location, method: 'prose', confidence: 'medium' };
}

interface Row {
  readonly cells: readonly string[];
  readonly location: Location;
}

/** The scopes in the column called so, or behind the key called so, of a table. */
function tableScopes(
  header: readonly string[],
  rows: readonly Row[],
  isHeaded: boolean,
  operation: OperationName,
): Evidence[] {
  const [first] = rows;
  if (header.length === 2 && first) {
    const keyed: readonly Row[] = [{ cells: header, location: first.location }, ...rows];
    const said = keyed.filter(({ cells }) => ofScopes.test(plainText(cells[0] ?? '')));
    const found = said.flatMap(({ cells, location }) =>
      codesIn(cells[1] ?? '').map((scope) => scopeFact(operation, scope, location)),
    );
    if (found.length > 0) return found;
  }
  if (!isHeaded && !ofScopes.test(plainText(header[0] ?? ''))) return [];
  return rows.flatMap(({ cells, location }) =>
    codesIn(cells[0] ?? '').map((scope) => scopeFact(operation, scope, location)),
  );
}
