import type { Rule } from './rule.ts';

/** OAS 3.1, section 4.8.1: the version string of what is printed. */
export const versionRule: Rule = {
  says: 'The description says that it is OpenAPI 3.1.0.',
  apply(document) {
    document['openapi'] = '3.1.0';
  },
};
