import { looksLikeOpenApi } from '../../base/data.ts';
import type { Source } from '../evidence.ts';

/** A page that is an OpenAPI description itself: it is the strongest evidence, handed on whole. Gives no diagnostics. */
export const openApiDocument: Source = {
  name: 'openapi-document',
  sniff(page) {
    const found = page.data !== undefined && looksLikeOpenApi(page.data.value);
    return found
      ? { score: 1, reason: 'its root has the key openapi or swagger' }
      : { score: 0, reason: 'no OpenAPI description' };
  },
  read(page) {
    if (!page.data || !looksLikeOpenApi(page.data.value)) return [];
    const fact = { kind: 'spec', data: page.data } as const;
    return [{ subject: { kind: 'api' }, fact, location: page.data.locate(''), method: 'spec', confidence: 'high' }];
  },
};
