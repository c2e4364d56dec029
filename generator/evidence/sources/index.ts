import type { Source } from '../evidence.ts';
import { labelledText } from './labelled-text.ts';
import { namelessText } from './nameless-text.ts';
import { openApiDocument } from './openapi-document.ts';
import { openApiSlice } from './openapi-slice.ts';
import { parameterComponents } from './parameter-components.ts';

/** Every documentation style that is read. The one with the highest score reads a page; of equals the first. */
export const sources: readonly Source[] = [
  openApiDocument,
  openApiSlice,
  parameterComponents,
  labelledText,
  namelessText,
];
