import type { Page } from '../pages/page.ts';
import { allBlocks } from './blocks.ts';
import { endpointOf, httpMethod, type Endpoint } from './endpoints.ts';
import type { Evidence } from './evidence.ts';

/**
 * The operations that pages list in code, one a line and nothing else: `GET /things/:id`. A list of one is no list, and a
 * line with a query or with a number in its path is a sample. Gives no diagnostics.
 */
export function listedOperations(pages: readonly Page[]): Evidence[] {
  return pages.flatMap((page) => {
    if (page.format !== 'markdown') return [];
    return [...allBlocks(page.blocks)].flatMap((block): Evidence[] => {
      if (block.kind !== 'code' || !/^(?:http|text|txt|plaintext|)$/.test(block.language ?? '')) return [];
      const lines = block.text.split('\n');
      const endpoints = lines.map((line) => (line.trim() === '' ? undefined : listedEndpoint(line)));
      const isList = lines.every((line, index) => line.trim() === '' || endpoints[index] !== undefined);
      const count = endpoints.filter((endpoint) => endpoint !== undefined).length;
      if (!isList || count < 2) return [];
      return endpoints.flatMap((endpoint, index): Evidence[] => {
        if (!endpoint) return [];
        const subject = { kind: 'operation', operation: endpoint.operation } as const;
        const location = { document: page.path, line: block.textLine + index };
        return [{ subject, fact: { kind: 'exists' }, location, method: 'prose', confidence: 'high' }];
      });
    });
  });
}

function listedEndpoint(line: string): Endpoint | undefined {
  const [, word = '', path = ''] = /^\s{0,20}([A-Z]{3,7})[ \t]{1,20}(\/[^\s?]{1,400})[ \t]{0,20}$/.exec(line) ?? [];
  const method = httpMethod(word);
  return method && !/\/\d+(?:\/|$)/.test(path) ? endpointOf(method, path) : undefined;
}
