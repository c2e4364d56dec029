import type { EmitInput, EmittedFile } from '../emitter.ts';
import { layout } from '../layout.ts';
import { createModule } from '../module.ts';
import { printTypes } from './openapi-typescript.ts';
import { createPlaceholders } from './placeholders.ts';
import { resolvable } from './recursion.ts';
import { specView } from './view.ts';

/** `src/openapi.ts`: what openapi-typescript makes of the normalized spec. */
export async function emitOpenapi(spec: EmitInput['spec']): Promise<EmittedFile> {
  const placeholders = createPlaceholders(spec);
  const printed = await printTypes(resolvable(specView(spec, placeholders)));
  const header = createModule(layout.openapi).print().text.trimEnd();
  return { path: layout.openapi, text: `${header}\n\n${placeholders.restore(printed).trim()}\n` };
}
