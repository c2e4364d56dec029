import type { Identifier } from '../../base/names.ts';
import type { FinishedModule } from '../module.ts';

/** A module of transforms, and the name of one of its functions, to be shown. */
export interface TransformModule {
  readonly file: FinishedModule;
  readonly example: Identifier;
}
