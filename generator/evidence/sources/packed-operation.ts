import type { Data } from '../../base/data.ts';
import { ownString } from '../../base/json.ts';
import { looksPacked, unpackOperation } from '../printed/packed-operation.ts';
import type { Source } from '../evidence.ts';

/**
 * Pages whose front matter carries the operation they show, packed: `api:` with base64 of zlib of JSON, as generators for
 * Docusaurus write it. Nothing is lost in it, so it is the evidence. One that cannot be unpacked gives `pages/syntax`.
 */
export const packedOperation: Source = {
  name: 'packed-operation',
  sniff(page) {
    const text = ownString(page.frontMatter?.value, 'api') ?? '';
    return looksPacked(text)
      ? { score: 1, reason: 'front matter carries a packed operation' }
      : { score: 0, reason: 'no packed operation in front matter' };
  },
  read(page, report) {
    const front = page.frontMatter;
    const location = front?.locate('/api') ?? { document: page.path, line: 1 };
    const unpacked = unpackOperation(ownString(front?.value, 'api') ?? '', ownString(front?.value, 'title'));
    if ('reason' in unpacked) {
      report.add('pages/syntax', location, { format: 'packed operation', reason: unpacked.reason });
      return [];
    }
    const data: Data = { value: unpacked.value, locate: () => location };
    const fact = { kind: 'spec', data, uri: page.uri, isSlice: true } as const;
    return [{ subject: { kind: 'api' }, fact, location, method: 'spec', confidence: 'high' }];
  },
};
