import { looksLikeOpenApi } from '../../base/data.ts';
import type { Source } from '../evidence.ts';

/**
 * A page that is an OpenAPI description itself: it is the strongest evidence, handed on whole. So are the files that a
 * description refers to, for it may count on anything in them. Gives no diagnostics.
 */
export const openApiDocument: Source = {
  name: 'openapi-document',
  sniff(page) {
    if (page.data === undefined) return { score: 0, reason: 'no OpenAPI description' };
    if (page.part) return { score: 1, reason: 'a description refers to it' };
    return looksLikeOpenApi(page.data.value)
      ? { score: 1, reason: 'its root has the key openapi or swagger' }
      : { score: 0, reason: 'no OpenAPI description' };
  },
  read({ data, uri, part }) {
    if (!data) return [];
    const fact = { kind: part ? 'part' : 'spec', data, uri } as const;
    return [{ subject: { kind: 'api' }, fact, location: data.locate(''), method: 'spec', confidence: 'high' }];
  },
};
