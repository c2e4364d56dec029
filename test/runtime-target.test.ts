import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './support/sources.ts';

test('the runtime asks for no more than ES2022 and the web has', () => {
  const folder = join(projectFolder, 'templates/runtime');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const options =
    '--noEmit --strict --target es2022 --lib es2022,dom,dom.iterable --types node --module nodenext --skipLibCheck --ignoreConfig';
  const compiler = join(projectFolder, 'node_modules/typescript7/bin/tsc');
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, ...options.split(' '), ...files.map((name) => join(folder, name))],
    {
      cwd: projectFolder,
      encoding: 'utf8',
    },
  );
  expect(stdout).toBe('');
});
