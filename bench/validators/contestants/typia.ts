import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { bench } from '../../scoreboard/places.ts';
import { nameOf, writeSchemas } from '../writers/walk.ts';
import { typiaWords } from '../writers/words.ts';
import type { Assignment, Contestant } from './contestant.ts';

// typia writes its code in a transformation of the compiler. The last version whose transformation runs in the compiler's
// own process on this version of Node.js is taken; later ones need a native compiler that needs a later Node.js.

type Transformation = (
  program: ts.Program,
  options: object,
  extras: { readonly addDiagnostic: (diagnostic: ts.Diagnostic) => void },
) => ts.TransformerFactory<ts.SourceFile>;

/** typia, its validators written by the compiler. */
export const typia: Contestant = {
  name: 'typia',
  packages: ['typia'],
  write(assignment) {
    const folder = join(assignment.folder, 'typia');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'source.ts');
    writeFileSync(file, source(assignment));
    transform(file, folder);
    return readFileSync(join(folder, 'source.js'), 'utf8');
  },
};

function source({ bundle, payload }: Assignment): string {
  const types = [...writeSchemas(bundle, typiaWords)].map(([name, code]) => `type ${name} = ${code};`);
  const [test, report] = payload.strict ? ['createEquals', 'createValidateEquals'] : ['createIs', 'createValidate'];
  return `import typia, { type tags } from 'typia';
${types.join('\n')}
const report = typia.${report}<${nameOf(bundle.root)}>();
export const is = typia.${test}<${nameOf(bundle.root)}>();
export const first = (value: unknown): unknown => {
  const result = report(value);
  return result.success ? undefined : result.errors[0];
};
export const all = (value: unknown): readonly unknown[] => {
  const result = report(value);
  return result.success ? [] : result.errors;
};
`;
}

function transform(file: string, folder: string): void {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    types: [],
    outDir: folder,
  };
  const program = ts.createProgram([file], options);
  const found: ts.Diagnostic[] = [...program.getSemanticDiagnostics()];
  const loaded = createRequire(join(bench, 'package.json'))('@typia/transform') as {
    readonly transform: Transformation;
  };
  const factory = loaded.transform(program, {}, { addDiagnostic: (diagnostic) => void found.push(diagnostic) });
  program.emit(undefined, undefined, undefined, undefined, { before: [factory] });
  const [first] = found;
  if (first) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, ' '));
}
