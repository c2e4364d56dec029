import { transform, type OxcError, type TransformOptions } from 'oxc-transform';
import { lineFinder } from '../base/lines.ts';
import { withEscapes } from './code.ts';
import type { EmittedFile } from './emitter.ts';
import { withScriptSpecifiers } from './specifiers.ts';

// The only import of oxc-transform, which takes types out of modules and declarations from them: a fiftieth of the time
// that a compiler with types needs, and none of it on the thread of the program.

const options: TransformOptions = {
  lang: 'ts',
  sourceType: 'module',
  target: 'es2022',
  typescript: {
    // imports stay as they are written (`verbatimModuleSyntax`)
    onlyRemoveTypeImports: true,
    declaration: {},
  },
};

/**
 * Each `src/**.ts` among `files` as `dist/**.js` and `dist/**.d.ts`, in the order of the files. Modules are compiled one by
 * one and without type information (isolated declarations). Throws where the compiler finds a fault, or would need a helper
 * from elsewhere: emitted code with a fault is a bug of ours.
 */
export async function compilePackage(files: readonly EmittedFile[]): Promise<EmittedFile[]> {
  const sources = files.filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'));
  return (await Promise.all(sources.map((file) => compileModule(withScriptSpecifiers(file))))).flat();
}

async function compileModule({ path, text }: EmittedFile): Promise<EmittedFile[]> {
  const { code, declaration = '', errors, helpersUsed } = await transform(path, text, options);
  const [fault] = errors;
  if (fault) throw new Error(faultText(path, text, fault));
  const [helper] = Object.keys(helpersUsed);
  if (helper !== undefined) throw new Error(`${path} needs the helper ${helper}, which is a bug in specloom`);
  const stem = path.replace(/^src(.*)\.ts$/, 'dist$1');
  return [
    { path: `${stem}.js`, text: withEscapes(withAlignedComments(code)) },
    { path: `${stem}.d.ts`, text: withEscapes(withAlignedComments(declaration)) },
  ];
}

function faultText(path: string, text: string, { message, labels }: OxcError): string {
  const line = lineFinder(text)(labels[0]?.start ?? 0);
  return `${path}:${line} does not compile, which is a bug in specloom: ${message}`;
}

/** The later lines of comments with the space before their asterisk, which is lost when they are printed. */
function withAlignedComments(code: string): string {
  return code.replaceAll(/^(\t*)(\*(?:[ /]|$))/gm, '$1 $2');
}
