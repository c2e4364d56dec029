import type { Identifier } from '../../base/names.ts';
import type { EmittedFile } from '../emitter.ts';

/** A module of transforms, and the name of one of its functions, to be shown. */
export interface TransformModule {
  readonly file: EmittedFile;
  readonly example: Identifier;
}
