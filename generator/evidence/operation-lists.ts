import type { Block, CodeBlock, Page, TableBlock } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { endpointOf, httpMethod, type Endpoint } from './endpoints.ts';
import type { Evidence } from './evidence.ts';
import type { Location } from '../base/location.ts';

/**
 * The operations that pages list in code, one a line and nothing else: `GET /things/:id`; and those that fill a column of a
 * table. A list of one is no list, and a line with a query or with a number in its path is a sample. Gives no diagnostics.
 */
export function listedOperations(pages: readonly Page[]): Evidence[] {
  return pages.flatMap((page) => {
    if (page.format !== 'markdown') return [];
    return allBlocks(page.blocks).flatMap((block) =>
      listed(block).map(({ endpoint, location }): Evidence => {
        const subject = { kind: 'operation', operation: endpoint.operation } as const;
        return { subject, fact: { kind: 'exists' }, location, method: 'prose', confidence: 'high' };
      }),
    );
  });
}

/** Whether a block lists operations. */
export function listsOperations(block: Block): boolean {
  return listed(block).length > 0;
}

interface Listed {
  readonly endpoint: Endpoint;
  readonly location: Location;
}

function listed(block: Block): Listed[] {
  if (block.kind === 'code') return listedInCode(block);
  return block.kind === 'table' ? listedInTable(block) : [];
}

function listedInCode(block: CodeBlock): Listed[] {
  if (!/^(?:http|text|txt|plaintext|)$/.test(block.language ?? '')) return [];
  const lines = block.text.split('\n');
  const endpoints = lines.map((line) => (line.trim() === '' ? undefined : listedEndpoint(line)));
  const isList = lines.every((line, index) => line.trim() === '' || endpoints[index] !== undefined);
  const found = endpoints.flatMap((endpoint, index): Listed[] => {
    const location = { document: block.location.document, line: block.textLine + index };
    return endpoint ? [{ endpoint, location }] : [];
  });
  return isList && found.length > 1 ? found : [];
}

/** The endpoints of the columns of which each cell is one, in code. */
function listedInTable({ header, rows }: TableBlock): Listed[] {
  if (rows.length < 2) return [];
  return header.flatMap((_, column) => {
    const found = rows.flatMap(({ cells, location }): Listed[] => {
      const code = /^`([^`]{5,500})`$/.exec(cells[column]?.trim() ?? '')?.[1];
      const endpoint = code === undefined ? undefined : listedEndpoint(code);
      return endpoint ? [{ endpoint, location }] : [];
    });
    return found.length === rows.length ? found : [];
  });
}

function listedEndpoint(line: string): Endpoint | undefined {
  const [, word = '', path = ''] = /^\s{0,20}([A-Z]{3,7})[ \t]{1,20}(\/[^\s?]{1,400})[ \t]{0,20}$/.exec(line) ?? [];
  const method = httpMethod(word);
  return method && !/\/\d+(?:\/|$)/.test(path) ? endpointOf(method, path) : undefined;
}
