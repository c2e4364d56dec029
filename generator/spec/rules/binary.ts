import { visitSchemas } from '../walk.ts';
import type { Rule } from './rule.ts';

/**
 * OAS 3.1, section 4.4.2 (Working with Binary Data): the formats `binary` and `byte` of 3.0 are the keywords
 * `contentMediaType` and `contentEncoding` of JSON Schema 2020-12 (Validation, section 8).
 */
export const binaryRule: Rule = {
  says: 'Octets are told by `contentMediaType`, and Base64 by `contentEncoding`, never by `format`.',
  apply(document) {
    visitSchemas(document, (schema) => {
      const isText = [schema['type']]
        .flat()
        .every((type) => type === 'string' || type === 'null' || type === undefined);
      const format = schema['format'];
      if (!isText || (format !== 'binary' && format !== 'byte')) return;
      delete schema['format'];
      if (format === 'binary') schema['contentMediaType'] ??= 'application/octet-stream';
      else schema['contentEncoding'] ??= 'base64';
    });
  },
};
