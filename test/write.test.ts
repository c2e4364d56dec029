import {
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport, diagnosticText } from '../generator/base/diagnostic.ts';
import type { EmittedFile } from '../generator/emit/emitter.ts';
import { comparePackage, writePackage, type PackageChange } from '../generator/write/package.ts';
import { isSafePath } from '../generator/write/paths.ts';
import { checkTextFile, writeTextFile } from '../generator/write/text-file.ts';
import { readTree, temporaryFolder, writeTree } from './support/temporary.ts';

const manifest = '.specloom.json';

function emitted(files: Readonly<Record<string, string>>): EmittedFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

interface Outcome {
  readonly change: PackageChange | undefined;
  /** `code message`, without the place. */
  readonly diagnostics: readonly string[];
}

function write(folder: string, files: Readonly<Record<string, string>>): Outcome {
  const report = createReport();
  const change = writePackage(folder, emitted(files), report);
  return { change, diagnostics: report.all().map(({ code, message }) => `${code} ${message}`) };
}

function compare(folder: string, files: Readonly<Record<string, string>>): string[] {
  const report = createReport();
  comparePackage(folder, emitted(files), report);
  return report.all().map(({ code, message }) => `${code} ${message}`);
}

function treeWithoutManifest(folder: string): Record<string, string> {
  const { [manifest]: _, ...files } = readTree(folder);
  return files;
}

describe('writing a package', () => {
  it('writes the files and a manifest that lists them', () => {
    const folder = join(temporaryFolder(), 'deep', 'package');
    expect(write(folder, { 'src/b.ts': 'b', 'a.json': '{}' })).toEqual({
      change: { files: 2, changed: 2, removed: 0 },
      diagnostics: [],
    });
    expect(treeWithoutManifest(folder)).toEqual({ 'a.json': '{}', 'src/b.ts': 'b' });
    const listed: unknown = JSON.parse(readFileSync(join(folder, manifest), 'utf8'));
    expect(listed).toMatchObject({ files: { 'a.json': expect.stringMatching(/^[0-9a-f]{64}$/) as unknown } });
  });

  it('rewrites only what differs', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '1' });
    const old = new Date(1_000_000_000_000);
    for (const name of ['a', 'b', manifest]) utimesSync(join(folder, name), old, old);
    expect(write(folder, { a: '1', b: '1' }).change).toEqual({ files: 2, changed: 0, removed: 0 });
    expect(statSync(join(folder, manifest)).mtimeMs).toBe(old.getTime());
    expect(write(folder, { a: '1', b: '2' }).change).toEqual({ files: 2, changed: 1, removed: 0 });
    expect(statSync(join(folder, 'a')).mtimeMs).toBe(old.getTime());
    expect(statSync(join(folder, 'b')).mtimeMs).not.toBe(old.getTime());
  });

  it('removes what it wrote before and emits no longer, with folders left empty, and nothing else', () => {
    const folder = temporaryFolder();
    write(folder, { 'src/old/a.ts': 'a', 'src/b.ts': 'b' });
    writeTree(folder, { 'node_modules/x/index.js': 'mine', 'notes.md': 'mine' });
    expect(write(folder, { 'src/b.ts': 'b' }).change).toEqual({ files: 1, changed: 0, removed: 1 });
    expect(treeWithoutManifest(folder)).toEqual({
      'node_modules/x/index.js': 'mine',
      'notes.md': 'mine',
      'src/b.ts': 'b',
    });
  });

  it('lets a file take the place of a folder it wrote, and the other way round', () => {
    const folder = temporaryFolder();
    write(folder, { 'a/b': '1', c: '1' });
    expect(write(folder, { a: '2', 'c/d': '2' }).diagnostics).toEqual([]);
    expect(treeWithoutManifest(folder)).toEqual({ a: '2', 'c/d': '2' });
  });

  it('restores a file that was deleted by hand', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '1' });
    unlinkSync(join(folder, 'a'));
    expect(write(folder, { a: '1', b: '1' }).change?.changed).toBe(1);
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('1');
  });

  it('refuses a folder with files that it did not write, and touches nothing', () => {
    const folder = temporaryFolder({ 'mine.txt': 'mine' });
    expect(write(folder, { a: '1' })).toEqual({
      change: undefined,
      diagnostics: ['write/not-ours the output folder is not empty and was not written by specloom'],
    });
    expect(readTree(folder)).toEqual({ 'mine.txt': 'mine' });
  });

  it('adopts a folder without manifest whose files are already the emitted ones', () => {
    const folder = temporaryFolder({ 'src/a.ts': 'a' });
    expect(write(folder, { 'src/a.ts': 'a', b: 'b' }).change).toEqual({ files: 2, changed: 1, removed: 0 });
  });

  it.each(['not json', '{}', '{"files":{"../../x":"0"}}', '{"files":{"a":1}}'])(
    'takes a manifest that it cannot have written (%s) for none',
    (text) => {
      const folder = temporaryFolder({ 'package/.specloom.json': text, 'package/a': 'mine', x: 'mine' });
      expect(write(join(folder, 'package'), { a: '1' }).diagnostics[0]).toMatch(/^write\/not-ours/);
      expect(readTree(folder)['x']).toBe('mine');
    },
  );

  it('does not overwrite a file of another in a folder of ours', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    writeTree(folder, { 'README.md': 'mine' });
    expect(write(folder, { a: '2', 'README.md': 'ours' }).diagnostics).toEqual([
      'write/foreign a file that specloom did not write stands where "README.md" must go',
    ]);
    expect(treeWithoutManifest(folder)).toEqual({ a: '1', 'README.md': 'mine' });
  });

  it('does not write through a symbolic link inside the folder', () => {
    const outside = temporaryFolder();
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    symlinkSync(outside, join(folder, 'src'));
    expect(write(folder, { a: '1', 'src/b': '1' }).diagnostics).toEqual([
      'write/refused cannot be written: a symbolic link stands on the way',
    ]);
    expect(readTree(outside)).toEqual({});
  });

  it('refuses where a folder of another, or a file, stands in the way', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1' });
    writeTree(folder, { 'b/mine.txt': 'mine' });
    expect(write(folder, { a: '1', b: '1' }).diagnostics).toEqual([
      'write/refused cannot be written: a folder stands in its place',
    ]);
    expect(write(join(folder, 'a'), { b: '1' }).diagnostics).toEqual([
      'write/refused cannot be written: it is a file, not a folder',
    ]);
    expect(write(join(folder, 'a', 'deeper'), { b: '1' }).diagnostics).toEqual([
      'write/refused cannot be written: it is a file, not a folder',
    ]);
  });

  it('leaves the folder as it was, without litter, when a file cannot be staged', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', old: '1' });
    const before = readTree(folder);
    const unwritable = { path: 'b', text: undefined as unknown as string };
    expect(() => writePackage(folder, [{ path: 'a', text: '2' }, unwritable], createReport())).toThrow();
    expect(readTree(folder)).toEqual(before);
  });

  it('goes on after a run that was interrupted between its files', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '1' });
    const interrupted = temporaryFolder();
    write(interrupted, { a: '1', b: '1', c: '2' }); // as the manifest of both runs, which is moved first
    writeTree(folder, { [manifest]: readFileSync(join(interrupted, manifest), 'utf8'), a: '2' });
    mkdirSync(join(folder, '.specloom-stage-killed'));
    utimesSync(join(folder, '.specloom-stage-killed'), new Date(0), new Date(0));
    expect(write(folder, { a: '2', c: '2' }).diagnostics).toEqual([]);
    expect(treeWithoutManifest(folder)).toEqual({ a: '2', c: '2' });
  });
});

describe('paths of emitted files', () => {
  it.each(['', '/etc/x', '../x', 'a/../../x', './a', 'a//b', 'a\\b', 'C:/x', 'a\0b', 'nul', 'src/CON.ts', 'a.', 'a/ '])(
    'refuses %j',
    (path) => {
      expect(isSafePath(path)).toBe(false);
      const folder = temporaryFolder();
      expect(write(join(folder, 'inner'), { [path]: 'x' }).diagnostics[0]).toMatch(/^write\/outside/);
      expect(readTree(folder)).toEqual({});
    },
  );

  it.each([
    ['src/User.ts', 'src/user.ts'],
    ['é.ts', 'e\u0301.ts'],
    ['a', 'A/b'],
    ['.specloom.json', undefined],
  ])('refuses %j beside %j', (left, right) => {
    const files = { [left]: '1', ...(right !== undefined && { [right]: '2' }) };
    expect(write(temporaryFolder(), files).diagnostics[0]).toMatch(/^write\/collision/);
  });

  it('never writes outside the folder, whatever the path', () => {
    const part = fc.constantFrom('..', '.', 'a', 'b', '/', '\\', '', 'aux', 'é', '\0');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', ''), (parts, joint) => {
        const path = parts.join(joint);
        if (!isSafePath(path)) return;
        expect(join('/root/folder', path).startsWith('/root/folder/')).toBe(true);
      }),
    );
  });

  it('has the same result whatever stood there before', () => {
    const tree = fc.dictionary(fc.constantFrom('a', 'b', 'c/d', 'c/e', 'f/g/h', 'f/i'), fc.constantFrom('1', '2'));
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const folder = temporaryFolder();
        write(folder, before);
        write(folder, after);
        expect(treeWithoutManifest(folder)).toEqual(after);
        expect(compare(folder, after)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('comparing a package', () => {
  it('names what is missing, differs or is superfluous, and writes nothing', () => {
    const folder = temporaryFolder();
    write(folder, { a: '1', b: '1', c: '1' });
    unlinkSync(join(folder, 'b'));
    writeFileSync(join(folder, 'a'), 'edited');
    const before = readTree(folder);
    expect(compare(folder, { a: '1', b: '1' })).toEqual([
      'check/stale .specloom.json: does not list the files that are generated',
      'check/stale a: differs',
      'check/stale b: is missing',
      'check/stale c: is no longer generated',
    ]);
    expect(readTree(folder)).toEqual(before);
  });

  it('finds every file missing in a folder that does not exist', () => {
    const folder = join(temporaryFolder(), 'none');
    expect(compare(folder, { a: '1' })).toHaveLength(2);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a single text file', () => {
  it('is written in one step, with the folders above it, and only if it differs', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'deep', 'openapi.yaml');
    const report = createReport();
    expect(writeTextFile(path, 'a', report)).toBe(true);
    expect(writeTextFile(path, 'a', report)).toBe(false);
    expect(writeTextFile(path, 'b', report)).toBe(true);
    expect(readTree(folder)).toEqual({ 'deep/openapi.yaml': 'b' });
    expect(report.all()).toEqual([]);
  });

  it('is written through a link, and a device is not replaced', () => {
    const folder = temporaryFolder({ real: 'old' });
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(writeTextFile(join(folder, 'link'), 'new', createReport())).toBe(true);
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(writeTextFile('/dev/null', 'new', createReport())).toBe(true);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('cannot take the place of a folder, nor lie below a file', () => {
    const folder = temporaryFolder({ file: 'x' });
    const report = createReport();
    expect(writeTextFile(folder, 'a', report)).toBeUndefined();
    expect(writeTextFile(join(folder, 'file', 'below'), 'a', report)).toBeUndefined();
    expect(report.all().map(({ code }) => code)).toEqual(['write/refused', 'write/refused']);
  });

  it('is compared without being written', () => {
    const folder = temporaryFolder({ old: 'a' });
    const report = createReport();
    checkTextFile(join(folder, 'old'), 'a', 'old', report);
    checkTextFile(join(folder, 'old'), 'b', 'old', report);
    checkTextFile(join(folder, 'new'), 'b', 'new', report);
    expect(report.all().map((diagnostic) => diagnosticText(diagnostic).replace(/^\S* /, ''))).toEqual([
      'error check/stale new: is missing',
      'error check/stale old: differs',
    ]);
  });
});
