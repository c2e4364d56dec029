import type { Source } from '../evidence.ts';
import { apiBlueprint } from './api-blueprint.ts';
import { convertedPage } from './converted-page.ts';
import { frontMatterEndpointPage } from './front-matter-endpoint.ts';
import { harRecording } from './har-recording.ts';
import { httpDirectives } from './http-directives.ts';
import { labelledText } from './labelled-text.ts';
import { linkList } from './link-list.ts';
import { namelessText } from './nameless-text.ts';
import { objectPage } from './object-page.ts';
import { openApiDocument } from './openapi-document.ts';
import { openApiSlice } from './openapi-slice.ts';
import { packedOperation } from './packed-operation.ts';
import { parameterComponents } from './parameter-components.ts';
import { postmanCollection } from './postman-collection.ts';
import { referenceSections } from './reference-sections.ts';
import { siteConfiguration } from './site-configuration.ts';
import { widdershins } from './widdershins.ts';

/** Every documentation style that is read. The one with the highest score reads a page; of equals the first. */
export const sources: readonly Source[] = [
  openApiDocument,
  openApiSlice,
  postmanCollection,
  harRecording,
  packedOperation,
  siteConfiguration,
  linkList,
  widdershins,
  apiBlueprint,
  httpDirectives,
  parameterComponents,
  frontMatterEndpointPage,
  referenceSections,
  objectPage,
  convertedPage,
  labelledText,
  namelessText,
];
