import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isDataFailure, parseData } from '../generator/base/data.ts';
import type { JsonObject } from '../generator/base/json.ts';
import { makePackage } from './support/packages.ts';
import { projectFolder } from './support/sources.ts';
import { writeTree } from './support/temporary.ts';

/** Node that strips types: this one, or the one that is named. */
const node = process.env['NODE_WITH_TYPES'] ?? process.execPath;
const [major = 0, minor = 0] = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  .stdout.split('.')
  .map(Number);
const isNew = major > 22 || (major === 22 && minor >= 18);
const reason = isNew ? '' : ' (skipped: Node.js 22.18 or later is needed, NODE_WITH_TYPES may name one)';

test.skipIf(!isNew).each(['partoo', 'plane', 'attio'])(
  `the package of %s runs from its sources${reason}`,
  async (name) => {
    const text = readFileSync(join(projectFolder, 'specs', name, 'openapi.yaml'), 'utf8');
    const data = parseData(text, { document: name });
    if (isDataFailure(data)) throw new Error(data.reason);
    const { folder } = await makePackage(data.value as JsonObject);
    writeTree(folder, {
      'try.ts': `import * as all from './src/index.ts';
import * as auth from './src/auth.ts';
import { resilience } from './src/transports.ts';
const answering = async (): Promise<Response> => Response.json({}, { status: 418 });
const client = all.createClient({ baseUrl: 'https://x.test', use: [resilience()], fetch: answering });
const operations = Object.values(all).filter((one) => typeof one === 'function' && 'plan' in one);
const path = new Proxy({}, { get: () => 'x', getOwnPropertyDescriptor: () => ({ value: 'x', configurable: true }) });
for (const operation of operations) console.log((await operation.result(client, { path })).status, typeof auth.renewable);
`,
    });
    const { stdout, stderr } = spawnSync(node, ['try.ts'], { cwd: folder, encoding: 'utf8' });
    expect(stderr.replaceAll(/^\(node:.*|.*ExperimentalWarning.*|\(Use .node --trace-warnings.*$/gm, '').trim()).toBe(
      '',
    );
    expect(new Set(stdout.trim().split('\n'))).toEqual(new Set(['418 function']));
  },
);
